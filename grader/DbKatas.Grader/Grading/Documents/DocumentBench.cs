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
    private readonly DocumentReference _expectations;
    private readonly DocumentComparison _comparison;
    private readonly Lazy<DocumentGenerator> _generator;
    private readonly Lazy<DocumentRules> _rules;

    private DocumentBench(IMongoServer server, Kata kata, MongoAnswer reference, DocumentData data)
    {
        (Server, Kata, Reference, _data) = (server, kata, reference, data);
        _expectations = new DocumentReference(kata, server, reference);
        _comparison = new DocumentComparison(kata, reference.Commands);
        _generator = new Lazy<DocumentGenerator>(() => new DocumentGenerator(data.Known[0].Set, reference.Root!, kata.Domain));
        _rules = new Lazy<DocumentRules>(() => new DocumentRules(kata, server, Generator.Model));
        Datasets = [.. data.Known.Select(known => known.Set)];
    }

    public Kata Kata { get; }

    /// <summary>The visible data first, then the hidden sets, the smallest first, those outside the domain last. The same in every run.</summary>
    public IReadOnlyList<DocumentSet> Datasets { get; }

    internal IMongoServer Server { get; }

    internal MongoAnswer Reference { get; }

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
    public static async Task<DocumentBench> OpenAsync(IMongoServer server, Kata kata, MongoAnswer reference, CancellationToken cancellation) =>
        new(server, kata, reference, await DocumentDataStore.ProvideAsync(server, kata, SeedData.Read(kata), reference, cancellation));

    /// <summary>Runs an answer on some of <see cref="Datasets"/>.</summary>
    /// <returns>A trial for each, in the same order.</returns>
    public async Task<IReadOnlyList<DocumentTrial>> TryAsync(IReadOnlyList<MongoCommand> answer, IEnumerable<DocumentSet> datasets, CancellationToken cancellation)
    {
        var known = datasets.Select(set => _data.Find(set)!).ToList();
        var runs = await Server.RunAllAsync(new MongoBatch([.. known.Select(set => set.Seed)], [answer], Kata.Limits), cancellation);
        return [.. known.Zip(runs, (set, run) => Judge(set, run[0], answer))];
    }

    /// <summary>Runs an answer on data that nobody has seen before.</summary>
    /// <returns>Null when it does not go wrong there, or when the data can't be judged by.</returns>
    internal async Task<DocumentTrial?> ProbeAsync(IReadOnlyList<MongoCommand> answer, DocumentSet dataset, CancellationToken cancellation)
    {
        var seed = dataset.ToSeed();
        var runs = (await Server.RunAllAsync(new MongoBatch([seed], [Reference.Commands, answer], Kata.Limits), cancellation))[0];
        if (runs[0].Failure is not null || (runs[1].Failure is null && Agree(seed, runs[0], runs[1], answer)))
            return null;
        // Only now is it worth asking what in the reference's result hangs on chance.
        var known = (await _expectations.ExpectAsync([dataset], cancellation))[0];
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
        var runs = (await Server.RunAllAsync(new MongoBatch([seed], [.. answers, Reference.Commands], Kata.Limits), cancellation))[0];
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
