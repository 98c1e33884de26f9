using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
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

    /// <summary>True after something was refused: then the server takes nothing but the end of a transaction, not even to prepare it.</summary>
    public bool MayBeAborted { get; set; }

    /// <summary>Begins a transaction in which the tables hold the dataset, or goes on in the last one.</summary>
    /// <param name="connection">The same one each time, until <see cref="Forget"/>.</param>
    /// <param name="dataset">The data, and how to plan.</param>
    /// <param name="then">Statements to end with.</param>
    /// <param name="restartSequences">See <see cref="DatasetLoad.Statements"/>.</param>
    /// <param name="prepares">True to have the server keep the plans, for statements whose words come again.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="PostgresException">The rows do not fit the schema.</exception>
    public async Task LoadAsync(
        NpgsqlConnection connection, Dataset dataset, IEnumerable<string> then, bool restartSequences, bool prepares, CancellationToken cancellation)
    {
        string[] end = [.. Settings(dataset), .. then];
        if (dataset.Sort == DatasetSort.Visible)
            // Its rows are what the tables hold already.
            await AnewAsync(connection, ["begin", .. end], cancellation);
        else if (!restartSequences && dataset.RowCount < _tooManyRows && _load.IsRowsAlone(dataset))
            await LoadRowsAsync(connection, dataset, end, prepares && _load.HasFixedWords, cancellation);
        else
            await AnewAsync(connection, ["begin", .. _load.Statements(dataset, restartSequences), .. end], cancellation);
    }

    /// <summary>What loads the dataset in the same message with something else that is prepared; ask <see cref="HasLoaded"/> afterwards.</summary>
    /// <returns>Null where it must be loaded before.</returns>
    public DatasetMessage? Next(Dataset dataset, IEnumerable<string> then)
    {
        var goesOn = _isEmptied && !MayBeAborted && _rows + dataset.RowCount < _tooManyRows && (_mayKeysWait || !dataset.IsKnownToFit);
        if (!goesOn || dataset.Sort == DatasetSort.Visible || !_load.IsRowsAlone(dataset) || !_load.HasFixedWords)
            return null;
        _rows += dataset.RowCount;
        return Message(dataset, [.. Settings(dataset), .. then]);
    }

    /// <returns>False where the dataset must be loaded again: it was refused, or its rows may have filled gaps between others.</returns>
    public bool HasLoaded(DatasetMessage message)
    {
        if (message.AreAllOnFirstPage is false)
            (_isEmptied, _tooManyRows) = (false, Math.Min(_tooManyRows, _rows));
        return message.AreAllOnFirstPage is true;
    }

    /// <summary>Throws the open transaction away and executes statements.</summary>
    public async Task AnewAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellation)
    {
        _isEmptied = false;
        await ExecuteAsync(connection, statements.Prepend("rollback"), cancellation);
        MayBeAborted = false;
    }

    /// <summary>Executes statements in one message.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var batch = TextBatch.Of(connection, statements.Select(statement => new NpgsqlBatchCommand(statement)));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The next dataset comes to another connection.</summary>
    public void Forget() => (_isEmptied, MayBeAborted) = (false, false);

    /// <summary>
    /// To empty the tables takes the server longer than to fill them. So a dataset that follows another takes only the other's rows back, as
    /// long as all that ever were there fit on one page: beyond it rows would fill gaps, and their order be another one. The planner
    /// reckons with ten pages for such tables, with and without what was taken back.
    /// </summary>
    private async Task LoadRowsAsync(NpgsqlConnection connection, Dataset dataset, string[] end, bool prepares, CancellationToken cancellation)
    {
        if (dataset.IsKnownToFit && !_mayKeysWait)
        {
            await AnewAsync(connection, [_load.LetKeysWait], cancellation);
            _mayKeysWait = true;
        }
        _rows += dataset.RowCount;
        if (_isEmptied && _rows < _tooManyRows && await TryFillAsync(connection, Message(dataset, end), prepares, cancellation))
            return;
        await AnewAsync(connection, ["begin", .. _load.Empty, $"savepoint {_emptied}"], cancellation);
        // Also where a row is refused.
        (_isEmptied, _rows) = (true, dataset.RowCount);
        await TryFillAsync(connection, Message(dataset, end), prepares, cancellation);
    }

    private DatasetMessage Message(Dataset dataset, IEnumerable<string> end) => new($"rollback to savepoint {_emptied}", _load, dataset, end);

    private static IEnumerable<string> Settings(Dataset dataset) => (dataset.Plan ?? []).Select(setting => $"set local {setting}");

    private async Task<bool> TryFillAsync(NpgsqlConnection connection, DatasetMessage message, bool prepares, CancellationToken cancellation)
    {
        try
        {
            await using var batch = TextBatch.Of(connection, message.Commands);
            if (prepares && !MayBeAborted)
                await batch.PrepareAsync(cancellation);
            MayBeAborted = true;
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            await message.ReadAsync(reader, cancellation);
            while (await reader.NextResultAsync(cancellation))
            {
            }
            MayBeAborted = false;
            return HasLoaded(message);
        }
        catch (PostgresException ended) when (ended.SqlState is PostgresErrorCodes.InvalidSavepointSpecification or PostgresErrorCodes.NoActiveSqlTransaction)
        {
            // The answer before was a ROLLBACK.
            return false;
        }
    }
}
