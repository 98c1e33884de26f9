using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading;

/// <summary>A table of PostgreSQL's as it is kept in a file: texts alone, for the type tells what they mean.</summary>
/// <param name="Names">Of the columns.</param>
/// <param name="Types">Of the columns.</param>
/// <param name="Rows">Each as long as these.</param>
internal sealed record StoredTable(IReadOnlyList<string> Names, IReadOnlyList<string> Types, IReadOnlyList<string?[]> Rows)
{
    public static StoredTable Of(ResultTable table) => new(
        [.. table.Columns.Select(column => column.Name)], [.. table.Columns.Select(column => column.TypeName)],
        [.. table.Rows.Select(row => Array.ConvertAll(row, cell => cell.Text))]);

    /// <summary>Several tables by their names.</summary>
    public static Dictionary<string, StoredTable> Of(IReadOnlyDictionary<string, ResultTable> tables) => tables.ToDictionary(table => table.Key, table => Of(table.Value));

    /// <summary>The tables again that <see cref="Of(IReadOnlyDictionary{string, ResultTable})"/> was given.</summary>
    public static Dictionary<string, ResultTable> Tables(IReadOnlyDictionary<string, StoredTable> stored) => stored.ToDictionary(table => table.Key, table => table.Value.ToTable());

    public ResultTable ToTable()
    {
        PostgresType[] types = [.. Types.Select(PostgresType.Named)];
        Value[] Row(string?[] cells) => [.. cells.Select((cell, i) => cell is null ? Value.Null : types[i].Value(cell))];
        return new ResultTable([.. Names.Zip(Types, (name, type) => new Column(name, type))], [.. Rows.Select(Row)]);
    }
}
