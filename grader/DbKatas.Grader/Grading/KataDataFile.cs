using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading;

/// <summary>A kata's data as a text, for keeping between runs.</summary>
internal static class KataDataFile
{
    public static byte[] Write(KataData data)
    {
        var sets = data.Datasets.Zip(data.Expected, (dataset, expected) => new StoredSet(
            dataset.Name, dataset.Sort, [.. dataset.Tables.Select(rows => rows.Rows)], dataset.InDomain, dataset.Plan ?? [], dataset.Analyzed,
            expected.Tables.ToDictionary(table => table.Key, table => Stored(table.Value)), expected.Stable));
        return JsonSerializer.SerializeToUtf8Bytes(new StoredData(data.Schema, [.. sets]));
    }

    /// <returns>Null when the bytes are not what <see cref="Write"/> makes.</returns>
    public static KataData? Read(byte[] bytes)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<StoredData>(bytes)!;
            var datasets = stored.Sets.Select(set => new Dataset(
                set.Name, set.Sort, [.. stored.Schema.Tables.Zip(set.Rows, (table, rows) => new TableRows(table, rows))], set.InDomain, set.Plan, set.Analyzed));
            var expected = stored.Sets.Select(set => new Expectation(set.Expected.ToDictionary(table => table.Key, table => Table(table.Value)), set.Stable));
            return new KataData(stored.Schema, [.. datasets], [.. expected]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StoredTable Stored(ResultTable table) => new(
        [.. table.Columns.Select(column => column.Name)], [.. table.Columns.Select(column => column.TypeName)],
        [.. table.Rows.Select(row => Array.ConvertAll(row, cell => cell.Text))]);

    private static ResultTable Table(StoredTable stored)
    {
        PostgresType[] types = [.. stored.Types.Select(PostgresType.Named)];
        Value[] Row(string?[] cells) => [.. cells.Select((cell, i) => cell is null ? Value.Null : types[i].Value(cell))];
        return new ResultTable([.. stored.Names.Zip(stored.Types, (name, type) => new Column(name, type))], [.. stored.Rows.Select(Row)]);
    }

    private sealed record StoredData(SchemaModel Schema, IReadOnlyList<StoredSet> Sets);

    private sealed record StoredSet(
        string Name, DatasetSort Sort, IReadOnlyList<IReadOnlyList<string?[]>> Rows, bool InDomain, IReadOnlyList<string> Plan, bool Analyzed,
        Dictionary<string, StoredTable> Expected, IReadOnlyList<int>? Stable);

    private sealed record StoredTable(IReadOnlyList<string> Names, IReadOnlyList<string> Types, IReadOnlyList<string?[]> Rows);
}
