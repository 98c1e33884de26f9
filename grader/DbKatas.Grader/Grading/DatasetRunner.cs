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
    private readonly DatasetLoad _load = new(schema);
    // A savepoint at which the tables are empty. An answer must not come upon its name.
    private readonly string _emptied = $"emptied_{Guid.NewGuid():N}";
    private NpgsqlConnection? _connection;
    private bool _isEmptied;
    private bool _mayKeysWait;

    // Each takes some ten kilobytes on the server.
    private const int MostPlans = 200;
    private readonly HashSet<(string Text, string Plan)> _queries = [];

    // How many rows were there since, and how many did not fit once: what does not is loaded twice.
    private int _rows;
    private int _tooManyRows = 200;

    /// <summary>Runs a query that may change nothing.</summary>
    public async Task<ScriptRun> QueryAsync(IReadOnlyList<SqlStatement> query, Dataset dataset, CancellationToken cancellation) =>
        await LoadAsync(dataset, ["set transaction read only"], false, cancellation) is { } refused
            ? new ScriptRun(null, refused)
            : await RunAsync(query, dataset, limits, cancellation);

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
        string[] then = [$"set local statement_timeout = {LongestRun(clock.Elapsed, each).TotalMilliseconds:0}", "set transaction read only", "savepoint loaded"];
        var refused = await LoadAsync(dataset, then, false, cancellation);
        foreach (var query in queries.Skip(1))
        {
            runs.Add(refused is null ? await RunAsync(query, dataset, each, cancellation) : new ScriptRun(null, refused));
            // A statement that was refused, or cut short, ends the transaction it stands in: back to where the rows had just been loaded.
            if (runs[^1].Failure is not null || runs[^1].Result is { Truncated: true })
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
        await BatchAsync(["rollback to savepoint loaded"], cancellation);
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
    private Task<ScriptRun> RunAsync(IReadOnlyList<SqlStatement> query, Dataset dataset, KataLimits limits, CancellationToken cancellation)
    {
        var plan = string.Join(", ", dataset.Plan ?? []);
        var comesAgain = query.Count == 1 && (_queries.Count == MostPlans ? _queries.Contains((query[0].Text, plan)) : !_queries.Add((query[0].Text, plan)));
        return scratch.RunWithinAsync(_connection!, query, limits, cancellation, comesAgain ? plan : null);
    }

    /// <summary>Runs a script and reads what all tables hold after it. It must not end the transaction that it is in.</summary>
    public async Task<(ScriptRun Run, IReadOnlyDictionary<string, ResultTable> Tables)> ScriptAsync(
        IReadOnlyList<SqlStatement> script, Dataset dataset, CancellationToken cancellation)
    {
        var none = new Dictionary<string, ResultTable>();
        if (await LoadAsync(dataset, [], true, cancellation) is { } refused)
            return (new ScriptRun(null, refused), none);
        // What is checked at a transaction's end by right must be checked before this one is thrown away.
        SqlStatement[] whole = [.. script, new SqlStatement("set constraints all immediate", 0)];
        var run = await scratch.RunWithinAsync(_connection!, whole, limits, cancellation);
        if (run.Failure is not null)
            return (run, none);
        await BatchAsync(TableReader.Settings, cancellation);
        return (run, await TableReader.ReadAsync(_connection!, limits.Rows, cancellation));
    }

    /// <summary>Begins a transaction in which the tables hold the dataset, or goes on in the last one, and leaves it open.</summary>
    /// <returns>Null, or why the rows do not fit the schema.</returns>
    public async Task<SqlFailure?> LoadAsync(Dataset dataset, IEnumerable<string> then, bool restartSequences, CancellationToken cancellation)
    {
        await ConnectionAsync(cancellation);
        string[] end = [.. (dataset.Plan ?? []).Select(setting => $"set local {setting}"), .. then];
        try
        {
            if (dataset.Sort == DatasetSort.Visible)
                // Its rows are what the tables hold already.
                await AnewAsync(["begin", .. end], cancellation);
            else if (!restartSequences && dataset.RowCount < _tooManyRows && _load.IsRowsAlone(dataset))
                await LoadRowsAsync(dataset, end, cancellation);
            else
                await AnewAsync(["begin", .. _load.Statements(dataset, restartSequences), .. end], cancellation);
            return null;
        }
        catch (PostgresException refused) when (!ScriptRunner.IsDisturbance(refused.SqlState))
        {
            return new SqlFailure(refused.SqlState, refused.MessageText, refused.Detail, refused.Hint, null, null);
        }
    }

    /// <summary>
    /// To empty the tables takes the server longer than to fill them. So a dataset that follows another takes only the other's rows back, as
    /// long as all that ever were there fit on one page: beyond it rows would fill gaps, and their order be another one. The planner
    /// reckons with ten pages for such tables, with and without what was taken back.
    /// </summary>
    private async Task LoadRowsAsync(Dataset dataset, string[] end, CancellationToken cancellation)
    {
        if (dataset.IsKnownToFit && !_mayKeysWait)
        {
            await AnewAsync([_load.LetKeysWait], cancellation);
            _mayKeysWait = true;
        }
        string[] rows = [.. DatasetLoad.KeysOf(dataset), .. DatasetLoad.Inserts(dataset), .. end, DatasetLoad.IsOnOnePage(dataset)];
        _rows += dataset.RowCount;
        if (_isEmptied && _rows < _tooManyRows && await IsOnOnePageAsync(rows.Prepend($"rollback to savepoint {_emptied}"), cancellation))
            return;
        // Also where a row is refused.
        (_isEmptied, _rows) = (true, dataset.RowCount);
        _isEmptied = await IsOnOnePageAsync(["rollback", "begin", .. _load.Empty, $"savepoint {_emptied}", .. rows], cancellation);
    }

    private async Task<bool> IsOnOnePageAsync(IEnumerable<string> statements, CancellationToken cancellation)
    {
        try
        {
            await using var batch = Batch(statements);
            if (await batch.ExecuteScalarAsync(cancellation) is true)
                return true;
            _tooManyRows = Math.Min(_tooManyRows, _rows);
        }
        catch (PostgresException ended) when (ended.SqlState is PostgresErrorCodes.InvalidSavepointSpecification or PostgresErrorCodes.NoActiveSqlTransaction)
        {
            // The answer before was a ROLLBACK.
        }
        return false;
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
        await AnewAsync(statements, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        (_connection, _isEmptied) = (null, false);
        _queries.Clear();
    }

    private async Task BatchAsync(IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var batch = Batch(statements);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private Task AnewAsync(IEnumerable<string> statements, CancellationToken cancellation)
    {
        _isEmptied = false;
        return BatchAsync(statements.Prepend("rollback"), cancellation);
    }

    private NpgsqlBatch Batch(IEnumerable<string> statements)
    {
        var batch = new NpgsqlBatch(_connection);
        foreach (var statement in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        return batch;
    }

    private async Task ConnectionAsync(CancellationToken cancellation)
    {
        // An answer may have ended its connection.
        if (_connection is { FullState: not System.Data.ConnectionState.Open })
            await DisposeAsync();
        _connection ??= await scratch.OpenAsAnswerAsync(limits, cancellation);
    }
}
