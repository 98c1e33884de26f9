using System.Diagnostics;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Runs answers on datasets within one scratch database: in transactions that replace what the tables hold and are thrown away, so that no
/// dataset is ever stored where another run could read it. One run at a time.
/// </summary>
internal sealed class DatasetRunner(ScratchDatabase scratch, SchemaModel schema, KataLimits limits) : IAsyncDisposable
{
    private readonly DatasetLoader _loader = new(schema);
    private NpgsqlConnection? _connection;

    // Each takes some ten kilobytes on the server.
    private const int MostPlans = 200;
    private readonly HashSet<(string Text, string Plan)> _queries = [];
    private bool _mayPrepare = true;

    private static readonly string[] ReadOnly = ["set transaction read only"];

    /// <summary>Runs a query that may change nothing.</summary>
    public async Task<ScriptRun> QueryAsync(IReadOnlyList<SqlStatement> query, Dataset dataset, CancellationToken cancellation)
    {
        await ConnectionAsync(cancellation);
        if (await TryInOneMessageAsync(query, dataset, cancellation) is { } run)
            return run;
        return await LoadAsync(dataset, ReadOnly, false, cancellation, _mayPrepare) is { } refused
            ? new ScriptRun(null, refused)
            : await RunAsync(query, dataset, limits, cancellation);
    }

    /// <returns>Null where the dataset must be loaded before.</returns>
    private async Task<ScriptRun?> TryInOneMessageAsync(IReadOnlyList<SqlStatement> query, Dataset dataset, CancellationToken cancellation)
    {
        var plan = PlanOf(dataset);
        if (!_mayPrepare || !IsAlone(query) || !_queries.Contains((query[0].Text, plan)) || _loader.Next(dataset, ReadOnly) is not { } message)
            return null;
        var run = Noted(await scratch.RunWithinAsync(_connection!, query, limits, cancellation, plan, message));
        return _loader.HasLoaded(message) ? run : null;
    }

    /// <summary>Runs queries of our own making, which are trusted not to disturb each other, on a dataset that is loaded once.</summary>
    /// <returns>A run each; the first alone where that fails. It tells how long the others may take: what multiplies rows without end is not waited for.</returns>
    public async Task<IReadOnlyList<ScriptRun>> QueryAllAsync(
        IReadOnlyList<IReadOnlyList<SqlStatement>> queries, Dataset dataset, KataLimits each, CancellationToken cancellation)
    {
        await ConnectionAsync(cancellation);
        var clock = Stopwatch.StartNew();
        List<ScriptRun> runs = [await QueryAsync(queries[0], dataset, cancellation)];
        if (runs[0].Failure is not null)
            return runs;
        string[] then = [$"set local statement_timeout = {LongestRun(clock.Elapsed, each).TotalMilliseconds:0}", .. ReadOnly, "savepoint loaded"];
        var refused = HasEndedTransaction(runs[0]) ? await LoadAsync(dataset, then, false, cancellation) : null;
        if (!HasEndedTransaction(runs[0]))
            await DatasetLoader.ExecuteAsync(_connection!, then, cancellation);
        foreach (var query in queries.Skip(1))
        {
            runs.Add(refused is null ? await RunAsync(query, dataset, each, cancellation) : new ScriptRun(null, refused));
            // Back to where the rows had just been loaded.
            if (HasEndedTransaction(runs[^1]))
                refused = await ReloadAsync(dataset, then, cancellation);
        }
        return runs;
    }

    /// <summary>Slips take about as long as the reference (measured: 1 to 50 ms) or, without end, hundreds of times as long.</summary>
    private static TimeSpan LongestRun(TimeSpan first, KataLimits each) =>
        TimeSpan.FromMilliseconds(Math.Min(Math.Max(250, 50 * first.TotalMilliseconds), 1_000 * each.Seconds));

    private async Task<SqlFailure?> ReloadAsync(Dataset dataset, string[] then, CancellationToken cancellation)
    {
        if (_connection!.FullState != System.Data.ConnectionState.Open)
            return await LoadAsync(dataset, then, false, cancellation);
        await DatasetLoader.ExecuteAsync(_connection, ["rollback to savepoint loaded"], cancellation);
        _loader.MayBeAborted = false;
        return null;
    }

    /// <summary>Runs two queries on the same data, loaded once.</summary>
    public async Task<(ScriptRun First, ScriptRun Second)> QueriesAsync(
        IReadOnlyList<SqlStatement> first, IReadOnlyList<SqlStatement> second, Dataset dataset, CancellationToken cancellation)
    {
        var run = await QueryAsync(first, dataset, cancellation);
        return run.Failure is null ? (run, await RunAsync(second, dataset, limits, cancellation)) : (run, new ScriptRun(null));
    }

    /// <summary>
    /// To plan a query takes longer than to run it. So one that comes again on this connection is prepared, for each way of planning that
    /// datasets ask for. The tables are planned for alike, whichever rows they hold; emptied anew, they have the server plan anew.
    /// </summary>
    private async Task<ScriptRun> RunAsync(IReadOnlyList<SqlStatement> query, Dataset dataset, KataLimits limits, CancellationToken cancellation)
    {
        var (plan, isAlone) = (PlanOf(dataset), IsAlone(query));
        // What else an answer holds may have prepared or forgotten anything.
        _mayPrepare &= isAlone;
        var comesAgain = isAlone && _mayPrepare && (_queries.Count == MostPlans ? _queries.Contains((query[0].Text, plan)) : !_queries.Add((query[0].Text, plan)));
        return Noted(await scratch.RunWithinAsync(_connection!, query, limits, cancellation, comesAgain ? plan : null));
    }

    private static bool IsAlone(IReadOnlyList<SqlStatement> query) => query is [var only] && only.IsQuery();

    private static string PlanOf(Dataset dataset) => string.Join(", ", dataset.Plan ?? []);

    /// <summary>A statement that was refused, or cut short, ends the transaction it stands in.</summary>
    private ScriptRun Noted(ScriptRun run)
    {
        _loader.MayBeAborted |= HasEndedTransaction(run);
        return run;
    }

    private static bool HasEndedTransaction(ScriptRun run) => run.Failure is not null || run.Result is { Truncated: true };

    /// <summary>Runs a script and reads what all tables hold after it. It must not end the transaction that it is in.</summary>
    public async Task<(ScriptRun Run, IReadOnlyDictionary<string, ResultTable> Tables)> ScriptAsync(
        IReadOnlyList<SqlStatement> script, Dataset dataset, CancellationToken cancellation)
    {
        var none = new Dictionary<string, ResultTable>();
        if (await LoadAsync(dataset, [], true, cancellation) is { } refused)
            return (new ScriptRun(null, refused), none);
        _mayPrepare = false;
        // What is checked at a transaction's end by right must be checked before this one is thrown away.
        SqlStatement[] whole = [.. script, new SqlStatement("set constraints all immediate", 0)];
        var run = await scratch.RunWithinAsync(_connection!, whole, limits, cancellation);
        if (run.Failure is not null)
            return (run, none);
        await DatasetLoader.ExecuteAsync(_connection!, TableReader.Settings, cancellation);
        return (run, await TableReader.ReadAsync(_connection!, limits.Rows, cancellation));
    }

    /// <summary>Begins a transaction in which the tables hold the dataset, or goes on in the last one, and leaves it open.</summary>
    /// <returns>Null, or why the rows do not fit the schema.</returns>
    public async Task<SqlFailure?> LoadAsync(
        Dataset dataset, IEnumerable<string> then, bool restartSequences, CancellationToken cancellation, bool prepares = false)
    {
        await ConnectionAsync(cancellation);
        try
        {
            await _loader.LoadAsync(_connection!, dataset, then, restartSequences, prepares, cancellation);
            return null;
        }
        catch (PostgresException refused) when (!ScriptRunner.IsDisturbance(refused.SqlState))
        {
            return new SqlFailure(refused.SqlState, refused.MessageText, refused.Detail, refused.Hint, null, null);
        }
    }

    /// <summary>Asks the open transaction for one value.</summary>
    public async Task<T> AskAsync<T>(string query, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(query, _connection);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Executes statements that stay.</summary>
    public async Task ExecuteAsync(IEnumerable<string> statements, CancellationToken cancellation)
    {
        await ConnectionAsync(cancellation);
        await _loader.AnewAsync(_connection!, statements, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _connection = null;
        _loader.Forget();
        _queries.Clear();
        _mayPrepare = true;
    }

    private async Task ConnectionAsync(CancellationToken cancellation)
    {
        // An answer may have ended its connection.
        if (_connection is { FullState: not System.Data.ConnectionState.Open })
            await DisposeAsync();
        _connection ??= await scratch.OpenAsAnswerAsync(limits, cancellation);
    }
}
