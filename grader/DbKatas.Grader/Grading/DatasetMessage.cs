using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using Npgsql;

namespace DbKatas.Grader.Grading;

/// <summary>
/// What puts a dataset's rows in the place of those of the one before it. A query can follow in the same message: that spares waiting for the
/// server once, which takes as long as a small query.
/// </summary>
internal sealed class DatasetMessage : IMessageHead
{
    private readonly int _inserts;

    /// <param name="back">Goes back to where the tables were empty.</param>
    /// <param name="load">Whose dataset it is.</param>
    /// <param name="dataset">The rows.</param>
    /// <param name="then">Statements to end with.</param>
    public DatasetMessage(string back, DatasetLoad load, Dataset dataset, IEnumerable<string> then)
    {
        List<NpgsqlBatchCommand> inserts = [.. load.Rows(dataset)];
        _inserts = inserts.Count;
        Commands = [new(back), .. DatasetLoad.KeysOf(dataset).Select(Command), .. inserts, .. then.Select(Command)];
    }

    public IReadOnlyList<NpgsqlBatchCommand> Commands { get; }

    /// <summary>True when all rows came to stand on their tables' first pages; null until all are there.</summary>
    public bool? AreAllOnFirstPage { get; private set; }

    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var areAll = true;
        for (var left = _inserts; left > 0; left--)
        {
            while (await reader.ReadAsync(cancellation))
                areAll &= reader.GetString(0) == "t";
            // Before going on: what comes next may be refused.
            AreAllOnFirstPage = left == 1 ? areAll : null;
            await reader.NextResultAsync(cancellation);
        }
        AreAllOnFirstPage = areAll;
    }

    private static NpgsqlBatchCommand Command(string statement) => new(statement);
}
