using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>A MongoDB kata's datasets, and a fast way to run any answer on each. Several may work at once.</summary>
public sealed class DocumentBench
{
    private readonly DocumentData _data;
    private readonly Lazy<DocumentReference> _expectations;
    private readonly DocumentComparison _comparison;
    private readonly Lazy<DocumentGenerator> _generator;
    private readonly Lazy<DocumentRules> _rules;

    private DocumentBench(IMongoServer server, Kata kata, IDocumentYardstick yardstick, DocumentData data)
    {
        (Server, Kata, Yardstick, _data) = (server, kata, yardstick, data);
        _comparison = new DocumentComparison(kata, yardstick.Written);
        _expectations = new Lazy<DocumentReference>(() => new DocumentReference(kata, server, yardstick.Reference!));
        _generator = new Lazy<DocumentGenerator>(() => new DocumentGenerator(data.Known[0].Set, yardstick.Reference!.Root!, kata.Domain));
        _rules = new Lazy<DocumentRules>(() => new DocumentRules(kata, server, Generator.Model));
        Datasets = [.. data.Known.Select(known => known.Set)];
    }

    public Kata Kata { get; }

    /// <summary>The visible data first, then the hidden sets, the smallest first, those outside the domain last. The same in every run.</summary>
    public IReadOnlyList<DocumentSet> Datasets { get; }

    internal IMongoServer Server { get; }

    /// <summary>What answers are measured by.</summary>
    internal IDocumentYardstick Yardstick { get; }

    internal DocumentData Data => _data;

    /// <summary>What the reference gives on the visible data, its failure too; then there are no other data.</summary>
    internal MongoRun Visible => _data.Known[0].Expected;

    internal DocumentComparison Comparison => _comparison;

    internal DocumentGenerator Generator => _generator.Value;

    /// <param name="server">MongoDB, or what stands in for it.</param>
    /// <param name="kata">The kata, of kind result or state.</param>
    /// <param name="reference">The reference answer, without a fault.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="TroubleException">The kata's seed or its domain does not serve.</exception>
    public static Task<DocumentBench> OpenAsync(IMongoServer server, Kata kata, MongoAnswer reference, CancellationToken cancellation) =>
        OpenAsync(server, kata, new DocumentReferenceYardstick(reference), cancellation);

    internal static async Task<DocumentBench> OpenAsync(IMongoServer server, Kata kata, IDocumentYardstick yardstick, CancellationToken cancellation) =>
        new(server, kata, yardstick, await yardstick.DataAsync(server, kata, SeedData.Read(kata), cancellation));

    /// <summary>Runs an answer on some of <see cref="Datasets"/>.</summary>
    /// <returns>A trial for each, in the same order.</returns>
    public async Task<IReadOnlyList<DocumentTrial>> TryAsync(IReadOnlyList<MongoCommand> answer, IEnumerable<DocumentSet> datasets, CancellationToken cancellation)
    {
        return await TryAsync(answer, [.. datasets.Select(set => _data.Find(set)!)], cancellation);
    }

    /// <summary>The same on data of which it is known what is right.</summary>
    internal async Task<IReadOnlyList<DocumentTrial>> TryAsync(IReadOnlyList<MongoCommand> answer, IReadOnlyList<KnownSet> known, CancellationToken cancellation)
    {
        var runs = await Server.RunAllAsync(new MongoBatch([.. known.Select(set => set.Seed)], [answer], Kata.Limits), cancellation);
        return [.. known.Zip(runs, (set, run) => Judge(set, run[0], answer))];
    }

    /// <summary>Runs an answer on data that nobody has seen before. Only where the reference is at hand.</summary>
    /// <returns>Null when it does not go wrong there, or when the data can't be judged by.</returns>
    internal async Task<DocumentTrial?> ProbeAsync(IReadOnlyList<MongoCommand> answer, DocumentSet dataset, CancellationToken cancellation)
    {
        var seed = dataset.ToSeed();
        var runs = (await Server.RunAllAsync(new MongoBatch([seed], [Yardstick.Reference!.Commands, answer], Kata.Limits), cancellation))[0];
        if (runs[0].Failure is not null || (runs[1].Failure is null && Agree(seed, runs[0], runs[1], answer)))
            return null;
        // Only now is it worth asking what in the reference's result hangs on chance.
        var known = (await _expectations.Value.ExpectAsync([dataset], cancellation))[0];
        if (known is null || (dataset.InDomain && !await _rules.Value.HoldAsync(dataset, cancellation)))
            return null;
        return Judge(known, runs[1], answer) is { GoesWrong: true } trial ? trial : null;
    }

    /// <summary>Runs several answers on one dataset, whether the kata's own or not; what the reference gives there is taken as it comes.</summary>
    /// <returns>A trial each; null when the data can't be judged by.</returns>
    internal async Task<IReadOnlyList<DocumentTrial>?> TryAllAsync(
        IReadOnlyList<IReadOnlyList<MongoCommand>> answers, DocumentSet dataset, CancellationToken cancellation)
    {
        var known = _data.Find(dataset);
        var seed = known?.Seed ?? dataset.ToSeed();
        var runs = (await Server.RunAllAsync(new MongoBatch([seed], [.. answers, Yardstick.Reference!.Commands], Kata.Limits), cancellation))[0];
        known = known is null ? new KnownSet(dataset, seed, runs[^1]) : known with { Expected = runs[^1] };
        return known.Expected.Failure is not null ? null : [.. answers.Select((answer, i) => Judge(known, runs[i], answer))];
    }

    /// <summary>More data within the domain, for a wider search.</summary>
    internal async Task<IReadOnlyList<DocumentSet>> MoreAsync(DatasetSort sort, int count, CancellationToken cancellation)
    {
        var names = Datasets.Select(set => set.Name).ToHashSet();
        return await _rules.Value.SiftAsync([.. Generator.Make(sort).Take(count).Where(set => !names.Contains(set.Name))], cancellation);
    }

    /// <summary>Judges a run on one of <see cref="Datasets"/>, or on any other.</summary>
    internal DocumentTrial Judge(KnownSet known, MongoRun run, IReadOnlyList<MongoCommand> answer) =>
        new(known.Set, known.Expected, run, run.Failure is null ? Differences(known, run, answer) : []);

    private IReadOnlyList<TableDifference> Differences(KnownSet known, MongoRun run, IReadOnlyList<MongoCommand> answer)
    {
        try
        {
            return _comparison.Compare(known.Seed, known.Expected, run, answer);
        }
        catch (RulesException) when (known.Set.Sort != DatasetSort.Visible)
        {
            // No document has the field that the question sorts by: nothing to judge by here.
            return [];
        }
    }

    private bool Agree(SeedData seed, MongoRun expected, MongoRun run, IReadOnlyList<MongoCommand> answer)
    {
        try
        {
            return _comparison.Compare(seed, expected, run, answer).Count == 0;
        }
        catch (RulesException)
        {
            return true;
        }
    }
}
