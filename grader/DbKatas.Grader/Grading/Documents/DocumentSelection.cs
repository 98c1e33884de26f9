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
    private readonly (DatasetSort Sort, bool InDomain, int Keep, int Tries)[] _plan = kata.Kind == KataKind.Result
        ? [(DatasetSort.ConstantsAware, true, 26, 78), (DatasetSort.PerturbedSeed, true, 16, 32), (DatasetSort.FullSize, true, 2, 3),
           (DatasetSort.ConstantsAware, false, 6, 18), (DatasetSort.PerturbedSeed, false, 4, 8)]
        : [(DatasetSort.ConstantsAware, true, 16, 32), (DatasetSort.PerturbedSeed, true, 12, 24),
           (DatasetSort.ConstantsAware, false, 4, 9), (DatasetSort.PerturbedSeed, false, 4, 8)];

    /// <summary>So many datasets on which documents tie in all but the last field that is sorted by.</summary>
    private const int MostTies = 8;

    private const int TriesForTies = 240;

    private readonly HashSet<string> _seen = [];

    /// <param name="seed">The visible data.</param>
    /// <param name="visible">What the reference gives there.</param>
    /// <param name="generator">Makes candidates.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DocumentData> MakeAsync(DocumentSet seed, MongoRun visible, DocumentGenerator generator, CancellationToken cancellation)
    {
        var rules = new DocumentRules(kata, server, generator.Model);
        await rules.CheckSeedAsync(seed, cancellation);
        var trial = new DocumentReference(kata, server, reference);
        var kept = new List<KnownSet>();
        foreach (var (sort, inDomain, keep, tries) in _plan)
        {
            var found = new List<KnownSet>();
            // Most candidates serve, so that not all need to be run.
            foreach (var some in generator.Make(sort, inDomain).Take(tries).Chunk(keep))
                if (found.Count < keep)
                    found.AddRange(Telling(await trial.ExpectAsync(inDomain ? await rules.SiftAsync(some, cancellation) : some, cancellation)).Take(keep - found.Count).ToList());
            kept.AddRange(found);
        }
        if (kata.Rules.Order.Count > 1)
            kept.AddRange(await TiesAsync(MostTies - kept.Count(HasTies), generator, rules, trial, cancellation));
        return new DocumentData([new KnownSet(seed, seed.ToSeed(), visible), .. kept.OrderByDescending(known => known.Set.InDomain).ThenBy(known => known.Set.RowCount)]);
    }

    /// <summary>Those on which the reference gives what it gave on no other; a reference that shows nothing tells little apart, and one or two such are enough.</summary>
    private IEnumerable<KnownSet> Telling(IEnumerable<KnownSet?> candidates)
    {
        var empty = 0;
        foreach (var candidate in candidates.OfType<KnownSet>())
            if (_seen.Add(Print(candidate.Expected)) && !(kata.Kind == KataKind.Result && candidate.Expected.Documents?.Documents.Count == 0 && ++empty > 2))
                yield return candidate;
    }

    /// <summary>Calculated values tie too seldom by themselves.</summary>
    private async Task<List<KnownSet>> TiesAsync(int wanted, DocumentGenerator generator, DocumentRules rules, DocumentReference trial, CancellationToken cancellation)
    {
        var found = new List<KnownSet>();
        foreach (var some in generator.Make(DatasetSort.ConstantsAware).Skip(_plan[0].Tries).Take(TriesForTies).Chunk(TriesForTies / 6))
            if (found.Count < wanted)
                found.AddRange(Telling(await trial.ExpectAsync(await rules.SiftAsync(some, cancellation), cancellation)).Where(HasTies).Take(wanted - found.Count).ToList());
        return found;
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
