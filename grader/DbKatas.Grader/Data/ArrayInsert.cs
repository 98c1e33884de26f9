using DbKatas.Grader.Engines.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace DbKatas.Grader.Data;

/// <summary>
/// An INSERT whose words hang on the table alone, for any number of rows: each column's values are handed over as one array. So the server
/// reads and plans it once, where one with the values among its words takes it longer to read than to carry out.
/// </summary>
internal static class ArrayInsert
{
    /// <summary>True where every column that can be given has arrays; one that is an array itself has none.</summary>
    public static bool Fits(TableShape table) => Given(table) is { Count: > 0 } given && given.All(i => table.Columns[i].ArrayType is not null);

    /// <summary>Fills a table, and asks of each row whether it came to stand on the table's first page.</summary>
    /// <param name="rows">At least one, of a table that <see cref="Fits"/>.</param>
    /// <remarks>Values are read by their type's own input function and fitted to the column afterwards, just as those among an INSERT's words.</remarks>
    public static NpgsqlBatchCommand Of(TableRows rows)
    {
        var table = rows.Table;
        var given = Given(table);
        var arrays = given.Select((column, place) => $"${place + 1}::{table.Columns[column].ArrayType}");
        var command = new NpgsqlBatchCommand(
            $"insert into {table.Quoted} ({string.Join(", ", given.Select(i => table.Columns[i].Quoted))}) overriding system value " +
            $"select * from unnest({string.Join(", ", arrays)}) {DatasetLoad.AskingForFirstPage}");
        foreach (var column in given)
            command.Parameters.Add(new NpgsqlParameter { Value = ArrayLiteral.Write(rows.Rows.Select(row => row[column])), NpgsqlDbType = NpgsqlDbType.Unknown });
        return command;
    }

    private static List<int> Given(TableShape table) => [.. Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsGenerated)];
}
