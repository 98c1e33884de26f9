using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>What goes before a statement in the same message to the server.</summary>
internal interface IMessageHead
{
    IReadOnlyList<NpgsqlBatchCommand> Commands { get; }

    /// <summary>Reads what the commands return, and leaves the reader at the result behind them.</summary>
    /// <param name="reader">Of a <see cref="TextBatch"/>, at its first result.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation);
}
