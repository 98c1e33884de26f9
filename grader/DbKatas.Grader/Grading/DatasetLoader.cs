using DbKatas.Grader.Data;
using Npgsql;

namespace DbKatas.Grader.Grading;

/// <summary>Puts one dataset after another in the place of what a connection's tables hold, in a transaction that stays open.</summary>
internal sealed class DatasetLoader(SchemaModel schema)
{
    private readonly DatasetLoad _load = new(schema);

    // A savepoint at which the tables are empty. An answer must not come upon its name.
    private readonly string _emptied = $"emptied_{Guid.NewGuid():N}";
    private bool _isEmptied;
    private bool _mayKeysWait;

    // How many rows were there since, and how many did not fit once: what does not is loaded twice.
    private int _rows;
    private int _tooManyRows = 400;

    /// <summary>Begins a transaction in which the tables hold the dataset, or goes on in the last one.</summary>
    /// <param name="connection">The same one each time, until <see cref="Forget"/>.</param>
    /// <param name="dataset">The data, and how to plan.</param>
    /// <param name="then">Statements to end with.</param>
    /// <param name="restartSequences">See <see cref="DatasetLoad.Statements"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="PostgresException">The rows do not fit the schema.</exception>
    public async Task LoadAsync(NpgsqlConnection connection, Dataset dataset, IEnumerable<string> then, bool restartSequences, CancellationToken cancellation)
    {
        string[] end = [.. (dataset.Plan ?? []).Select(setting => $"set local {setting}"), .. then];
        if (dataset.Sort == DatasetSort.Visible)
            // Its rows are what the tables hold already.
            await AnewAsync(connection, ["begin", .. end], cancellation);
        else if (!restartSequences && dataset.RowCount < _tooManyRows && _load.IsRowsAlone(dataset))
            await LoadRowsAsync(connection, dataset, end, cancellation);
        else
            await AnewAsync(connection, ["begin", .. _load.Statements(dataset, restartSequences), .. end], cancellation);
    }

    /// <summary>Throws the open transaction away and executes statements.</summary>
    public Task AnewAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellation)
    {
        _isEmptied = false;
        return ExecuteAsync(connection, statements.Prepend("rollback"), cancellation);
    }

    /// <summary>Executes statements in one message.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var batch = Batch(connection, statements);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The next dataset comes to another connection.</summary>
    public void Forget() => _isEmptied = false;

    /// <summary>
    /// To empty the tables takes the server longer than to fill them. So a dataset that follows another takes only the other's rows back, as
    /// long as all that ever were there fit on one page: beyond it rows would fill gaps, and their order be another one. The planner
    /// reckons with ten pages for such tables, with and without what was taken back.
    /// </summary>
    private async Task LoadRowsAsync(NpgsqlConnection connection, Dataset dataset, string[] end, CancellationToken cancellation)
    {
        if (dataset.IsKnownToFit && !_mayKeysWait)
        {
            await AnewAsync(connection, [_load.LetKeysWait], cancellation);
            _mayKeysWait = true;
        }
        string[] rows = [.. DatasetLoad.KeysOf(dataset), .. DatasetLoad.InsertsAskingForFirstPage(dataset), .. end];
        _rows += dataset.RowCount;
        if (_isEmptied && _rows < _tooManyRows && await AreOnFirstPageAsync(connection, rows.Prepend($"rollback to savepoint {_emptied}"), cancellation))
            return;
        // Also where a row is refused.
        (_isEmptied, _rows) = (true, dataset.RowCount);
        _isEmptied = await AreOnFirstPageAsync(connection, ["rollback", "begin", .. _load.Empty, $"savepoint {_emptied}", .. rows], cancellation);
    }

    private async Task<bool> AreOnFirstPageAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellation)
    {
        try
        {
            await using var batch = Batch(connection, statements);
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            var areAll = true;
            do
                while (await reader.ReadAsync(cancellation))
                    areAll &= reader.GetBoolean(0);
            while (await reader.NextResultAsync(cancellation));
            if (areAll)
                return true;
            _tooManyRows = Math.Min(_tooManyRows, _rows);
        }
        catch (PostgresException ended) when (ended.SqlState is PostgresErrorCodes.InvalidSavepointSpecification or PostgresErrorCodes.NoActiveSqlTransaction)
        {
            // The answer before was a ROLLBACK.
        }
        return false;
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IEnumerable<string> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        return batch;
    }
}
