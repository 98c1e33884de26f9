using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>Makes a kata's hidden datasets and keeps those on which the reference has something to show.</summary>
internal sealed class DocumentSelection(Kata kata, IMongoServer server, MongoAnswer reference)
{
    private static readonly (DatasetSort Sort, bool InDomain, int Keep, int Tries)[] Plan =
    [
        (DatasetSort.ConstantsAware, true, 26, 78), (DatasetSort.PerturbedSeed, true, 16, 32), (DatasetSort.FullSize, true, 2, 3),
        (DatasetSort.ConstantsAware, false, 6, 18), (DatasetSort.PerturbedSeed, false, 4, 8),
    ];

    private const int MostWider = 18;

    private const int MostSums = 6;

    /// <summary>So many candidates for each set that is wanted, where most of them serve; sums tie in few.</summary>
    private const int TriesForWider = 3 * MostWider;

    private const int TriesForSums = 20 * MostSums;

    /// <summary>So many datasets on which documents tie in all but the last field that is sorted by.</summary>
    private const int MostTies = 8;

    private const int TriesForTies = 240;

    private const int FewestAtOnce = 20;

    private readonly DocumentReference _trial = new(kata, server, reference);
    private readonly HashSet<string> _seen = [];

    /// <param name="seed">The visible data.</param>
    /// <param name="visible">What the reference gives there.</param>
    /// <param name="generator">Makes candidates.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DocumentData> MakeAsync(DocumentSet seed, MongoRun visible, DocumentGenerator generator, CancellationToken cancellation)
    {
        var rules = new DocumentRules(kata, server, generator.Model);
        await rules.CheckSeedAsync(seed, cancellation);
        var kept = new List<KnownSet>();
        foreach (var (sort, inDomain, keep, tries) in Plan)
            kept.AddRange(await KeepAsync(generator.Make(sort, inDomain).Take(tries), keep, inDomain ? rules : null, _ => true, cancellation));
        var wider = Rich(await KeepAsync(generator.MakeWider().Take(TriesForWider), TriesForWider, rules, _ => true, cancellation));
        // Calculated values tie too seldom by themselves.
        var isRanked = kata.Rules.Order.Count > 1;
        if (isRanked)
            kept.AddRange(await KeepAsync(
                generator.Make(DatasetSort.ConstantsAware).Skip(Plan[0].Tries).Take(TriesForTies), MostTies - kept.Count(HasTies), rules, HasTies, cancellation));
        wider.AddRange(await KeepAsync(generator.MakeSums().Take(TriesForSums), MostSums, rules, known => !isRanked || HasTies(known), cancellation));
        // What looks like the seed explains better than what goes further.
        KnownSet[] ordered = [.. InOrder(kept.Where(known => known.Set.InDomain)), .. InOrder(wider), .. InOrder(kept.Where(known => !known.Set.InDomain))];
        return new DocumentData([new KnownSet(seed, seed.ToSeed(), visible), .. ordered]);
    }

    /// <summary>So many of those that serve. Most candidates do, so that not all need to be run.</summary>
    private async Task<List<KnownSet>> KeepAsync(
        IEnumerable<DocumentSet> candidates, int keep, DocumentRules? rules, Func<KnownSet, bool> serves, CancellationToken cancellation)
    {
        var found = new List<KnownSet>();
        foreach (var some in candidates.Chunk(Math.Max(keep, FewestAtOnce)))
            if (found.Count < keep)
                found.AddRange(Telling(await _trial.ExpectAsync(rules is null ? some : await rules.SiftAsync(some, cancellation), cancellation)).Where(serves).Take(keep - found.Count).ToList());
        return found;
    }

    /// <summary>Mostly those on which the reference has most to show, and some as they come.</summary>
    private static List<KnownSet> Rich(List<KnownSet> found) =>
        [.. found.Take(MostWider / 3), .. found.Skip(MostWider / 3).OrderByDescending(known => Print(known.Expected).Length).Take(MostWider * 2 / 3)];

    private static IEnumerable<KnownSet> InOrder(IEnumerable<KnownSet> sets) => sets.OrderBy(known => known.Set.RowCount);

    /// <summary>Those on which the reference gives what it gave on no other; a reference that shows nothing tells little apart, and one or two such are enough.</summary>
    private IEnumerable<KnownSet> Telling(IEnumerable<KnownSet?> candidates)
    {
        var empty = 0;
        foreach (var candidate in candidates.OfType<KnownSet>())
            if (_seen.Add(Print(candidate.Expected)) && !(kata.Kind == KataKind.Result && candidate.Expected.Documents?.Documents.Count == 0 && ++empty > 2))
                yield return candidate;
    }

    private bool HasTies(KnownSet known)
    {
        var documents = known.Expected.Documents?.Documents ?? [];
        string Keys(Document document) => string.Join('\u0001', kata.Rules.Order.SkipLast(1).Select(key => document.At(key.Column) is { } value ? DocumentText.Of(value) : ""));
        return documents.Zip(documents.Skip(1)).Any(pair => Keys(pair.First) == Keys(pair.Second));
    }

    private static string Print(MongoRun run) => string.Join('\u0002', run.Collections.SelectMany(collection => collection.Value.Documents.Prepend(null))
        .Concat(run.Documents?.Documents ?? []).Select(document => document is null ? "\u0001" : DocumentText.Of(document, int.MaxValue)));
}
