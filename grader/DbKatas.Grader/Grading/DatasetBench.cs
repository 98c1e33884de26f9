using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// A kata's datasets and a fast way to run any answer on each: in one scratch database, within transactions in which the tables are empty but
/// for the dataset, and which are thrown away. No dataset is ever stored where another run could read it.
/// One run at a time: open a bench for each that works beside others.
/// </summary>
public sealed class DatasetBench : IAsyncDisposable
{
    private readonly KataData _data;
    private readonly DatasetLane _lane;
    private readonly TrialsBeside? _beside;
    private readonly ReferenceRun? _reference;
    private readonly DomainRules _rules;

    // Most verdicts need no data beyond those that are kept, and it costs them more than all their queries.
    private readonly Lazy<DatasetGenerator> _generator;

    private DatasetBench(PostgresSession session, Kata kata, ISqlYardstick yardstick, DatasetLane lane, KataData data, Turns? turns)
    {
        (Kata, _lane, _data, Yardstick) = (kata, lane, data, yardstick);
        Time = new AnswerTime(kata.Limits);
        _beside = turns is null ? null : new TrialsBeside(this, session, turns);
        _reference = yardstick.Reference is { } reference ? new ReferenceRun(lane.Answers, kata, reference.Statements) : null;
        _rules = new DomainRules(kata, data.Schema, lane.Runner);
        _generator = new(() => new DatasetGenerator(data.Schema, data.Datasets[0], yardstick.Reference?.Text ?? "", kata.Domain, data.Expected[0].After(data.Schema)));
    }

    public Kata Kata { get; }

    /// <summary>The visible data first, then the hidden sets, the smallest first, then those that are steered, those outside the domain last. The same in every run.</summary>
    public IReadOnlyList<Dataset> Datasets => _data.Datasets;

    /// <summary>The tables of the kata.</summary>
    public SchemaModel Schema => _data.Schema;

    /// <summary>Makes more datasets, for a wider search; see <see cref="SiftAsync"/>.</summary>
    public DatasetGenerator Generator => _generator.Value;

    internal KataData Data => _data;

    /// <summary>What the answer has taken so far. A bench judges one answer.</summary>
    internal AnswerTime Time { get; }

    /// <summary>What answers are measured by.</summary>
    internal ISqlYardstick Yardstick { get; }

    /// <summary>A bench in a scratch database of its own.</summary>
    /// <param name="session">The server.</param>
    /// <param name="kata">The kata, of kind result or state.</param>
    /// <param name="referenceSql">The reference answer's text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="TroubleException">The kata's schema, its domain or its reference answer does not serve.</exception>
    public static Task<DatasetBench> OpenAsync(PostgresSession session, Kata kata, string referenceSql, CancellationToken cancellation) =>
        OpenAsync(session, kata, new ReferenceYardstick(SqlAnswer.Of(referenceSql)), cancellation);

    /// <param name="session">The server.</param>
    /// <param name="kata">The kata, of kind result or state.</param>
    /// <param name="yardstick">What answers are measured by.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="turns">Who is at work on the server, for an answer that may use what nobody else does; null for one run at a time.</param>
    internal static async Task<DatasetBench> OpenAsync(
        PostgresSession session, Kata kata, ISqlYardstick yardstick, CancellationToken cancellation, Turns? turns = null)
    {
        var data = await yardstick.DataAsync(session, kata, cancellation);
        return new DatasetBench(session, kata, yardstick, await DatasetLane.OpenAsync(session, kata, data.Schema, cancellation), data, turns);
    }

    /// <summary>Runs an answer on a dataset: one of <see cref="Datasets"/>, or any other that fits the schema.</summary>
    /// <param name="answer">For kind result one query, which may change nothing; for kind state a script.</param>
    /// <param name="dataset">The data.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The result, or why there is none. Rows that do not load, as those that violate a CHECK, are a failure without a statement.</returns>
    public async Task<ScriptRun> RunAsync(string answer, Dataset dataset, CancellationToken cancellation) =>
        (await _lane.Answers.RunAsync(SqlScript.Split(answer), dataset, cancellation)).Run;

    /// <summary>What the reference returns there; known already for each of <see cref="Datasets"/>.</summary>
    /// <returns>For kind state a run without a result.</returns>
    public async Task<ScriptRun> ReferenceAsync(Dataset dataset, CancellationToken cancellation = default) =>
        new((await ExpectAsync(dataset, cancellation))?.Tables.GetValueOrDefault(Expectation.Result));

    /// <summary>Runs an answer on a dataset and holds it against the reference, by the kata's rules and where the reference's result is stable.</summary>
    /// <returns>Null when the data can't be judged by: they do not load, or the reference does not run on them.</returns>
    public Task<Trial?> TryAsync(string answer, Dataset dataset, CancellationToken cancellation) => TryAsync(SqlScript.Split(answer), dataset, cancellation);

    internal async Task<Trial?> TryAsync(IReadOnlyList<SqlStatement> answer, Dataset dataset, CancellationToken cancellation)
    {
        var expected = await ExpectAsync(dataset, cancellation);
        return expected is null ? null : await TryAsync(answer, dataset, expected, cancellation);
    }

    /// <summary>The same on some of <see cref="Datasets"/>, one after the other. A series that is begun ends the one before it.</summary>
    internal TrialSeries Trials(IReadOnlyList<SqlStatement> answer, IReadOnlyList<Dataset> datasets) => new(this, _beside, answer, datasets);

    /// <summary>The same on data of which it is known what is right.</summary>
    internal async Task<Trial> TryAsync(IReadOnlyList<SqlStatement> answer, Dataset dataset, Expectation expected, CancellationToken cancellation) =>
        Judge(dataset, expected, await Time.MeasureAsync(() => _lane.Answers.RunAsync(answer, dataset, cancellation)));

    /// <summary>Judges what an answer gave elsewhere on one of <see cref="Datasets"/>.</summary>
    internal Trial Judge(Dataset dataset, AnswerRun run) => Judge(dataset, _data.ExpectedOn(dataset)!, run);

    /// <summary>Asks quickly whether an answer goes wrong on a dataset that nobody has seen before. Only where the reference is at hand.</summary>
    /// <returns>Null when it does not, or when the data can't be judged by.</returns>
    internal async Task<Trial?> ProbeAsync(IReadOnlyList<SqlStatement> answer, Dataset dataset, CancellationToken cancellation)
    {
        var (reference, run) = await Time.MeasureAsync(() => _lane.Answers.RunBothAsync(Yardstick.Reference!.Statements, answer, dataset, cancellation));
        if (reference.Tables is not { } tables || tables.Values.Any(table => table.Truncated))
            return null;
        if (run.Tables is { } own && new Expectation(tables).Compare(own, Kata.Rules).Count == 0)
            return null;
        // Only now is it worth asking what in the reference's result hangs on chance.
        return await TryAsync(answer, dataset, cancellation) is { Agrees: false } trial ? trial : null;
    }

    /// <summary>The dataset without the rows that the server refuses, as those that violate a CHECK; null when nothing of it loads.</summary>
    public Task<Dataset?> SiftAsync(Dataset dataset, CancellationToken cancellation) => new RowSieve(_lane.Runner, Schema).SiftAsync(dataset, cancellation);

    /// <summary>True when a dataset that loads lies in the author's domain.</summary>
    public async Task<bool> IsInDomainAsync(Dataset dataset, CancellationToken cancellation) =>
        Kata.Domain == Domain.None
        || (await _lane.Runner.LoadAsync(dataset, [], false, cancellation) is null && await _rules.HoldsAsync(cancellation));

    /// <summary>
    /// Tries several answers on one dataset, which a query finds loaded already by the one before: for answers of our own making.
    /// Beyond <see cref="Datasets"/> what the reference gives is taken as it comes; ask <see cref="TryAsync(string, Dataset, CancellationToken)"/>
    /// about those that differ.
    /// </summary>
    /// <returns>A trial each, in the same order; null when the data can't be judged by.</returns>
    internal async Task<IReadOnlyList<Trial>?> TryAllAsync(IReadOnlyList<string> answers, Dataset dataset, int seconds, CancellationToken cancellation)
    {
        var runs = await _lane.Answers.RunAllAsync([Yardstick.Reference!.Statements, .. answers.Select(SqlScript.Split)], dataset, seconds, cancellation);
        if (runs[0].Tables is not { } reference)
            return null;
        var expected = _data.ExpectedOn(dataset) ?? new Expectation(reference);
        return [.. runs.Skip(1).Select(run => Judge(dataset, expected, run))];
    }

    public async ValueTask DisposeAsync()
    {
        // One database after the other is dropped, on the connection that is there: another would take longer to open.
        await _lane.Runner.DisposeAsync();
        if (_beside is not null)
            await _beside.DisposeAsync();
        await _lane.DisposeAsync();
    }

    private Trial Judge(Dataset dataset, Expectation expected, AnswerRun run) =>
        new(dataset, expected, run, run.Tables is null ? [] : expected.Compare(run.Tables, Kata.Rules));

    private async Task<Expectation?> ExpectAsync(Dataset dataset, CancellationToken cancellation) =>
        _data.ExpectedOn(dataset) ?? (_reference is null ? null : await _reference.ExpectAsync(dataset, cancellation));
}
