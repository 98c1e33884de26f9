using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Reads what <see cref="KataDataFile"/> writes. By hand: the serializer makes tables of all types before it reads the first value, which
/// takes ten times as long as the reading and is waited for by whoever grades one kata.
/// </summary>
internal static class KataDataReader
{
    public static KataData Read(JsonElement data)
    {
        var schema = Schema(data.GetProperty(nameof(KataDataFile.StoredData.Schema)));
        List<Dataset> datasets = [];
        List<Expectation> expected = [];
        foreach (var set in data.GetProperty(nameof(KataDataFile.StoredData.Sets)).EnumerateArray())
        {
            datasets.Add(Set(set, schema));
            expected.Add(new Expectation(Tables(set.GetProperty(nameof(KataDataFile.StoredSet.Expected))), IfAny(set.GetProperty(nameof(KataDataFile.StoredSet.Stable)), Numbers)));
        }
        return new KataData(schema, datasets, expected);
    }

    private static Dataset Set(JsonElement set, SchemaModel schema)
    {
        var rows = set.GetProperty(nameof(KataDataFile.StoredSet.Rows));
        if (rows.GetArrayLength() != schema.Tables.Count)
            throw new JsonException();
        var tables = new List<TableRows>();
        foreach (var table in schema.Tables)
            tables.Add(new TableRows(table, All(rows[tables.Count], Row)));
        return new Dataset(
            Text(set, nameof(KataDataFile.StoredSet.Name)), (DatasetSort)Number(set, nameof(KataDataFile.StoredSet.Sort)), tables,
            IsTrue(set, nameof(KataDataFile.StoredSet.InDomain)), Texts(set.GetProperty(nameof(KataDataFile.StoredSet.Plan))),
            IsTrue(set, nameof(KataDataFile.StoredSet.Analyzed)))
        {
            IsKnownToFit = true,
        };
    }

    private static Dictionary<string, ResultTable> Tables(JsonElement tables)
    {
        var read = new Dictionary<string, ResultTable>();
        foreach (var table in tables.EnumerateObject())
            read[table.Name] = Table(table.Value).ToTable();
        return read;
    }

    private static StoredTable Table(JsonElement table) => new(
        Texts(table.GetProperty(nameof(StoredTable.Names))), Texts(table.GetProperty(nameof(StoredTable.Types))), All(table.GetProperty(nameof(StoredTable.Rows)), Row));

    private static SchemaModel Schema(JsonElement schema) =>
        new(All(schema.GetProperty(nameof(SchemaModel.Tables)), Shape), Texts(schema.GetProperty(nameof(SchemaModel.MaterializedViews))));

    private static TableShape Shape(JsonElement table) => new(
        Text(table, nameof(TableShape.Name)), Text(table, nameof(TableShape.Quoted)), All(table.GetProperty(nameof(TableShape.Columns)), Column),
        All(table.GetProperty(nameof(TableShape.Keys)), Numbers), All(table.GetProperty(nameof(TableShape.ForeignKeys)), Key),
        IsTrue(table, nameof(TableShape.HasTriggers)));

    private static ForeignKey Key(JsonElement key) => new(
        Text(key, nameof(ForeignKey.Name)), Numbers(key.GetProperty(nameof(ForeignKey.Columns))), Number(key, nameof(ForeignKey.Target)),
        Numbers(key.GetProperty(nameof(ForeignKey.TargetColumns))));

    private static ColumnShape Column(JsonElement column) => new(
        Text(column, nameof(ColumnShape.Name)), Text(column, nameof(ColumnShape.Quoted)), Text(column, nameof(ColumnShape.Type)),
        (ColumnSort)Number(column, nameof(ColumnShape.Sort)), IsTrue(column, nameof(ColumnShape.NotNull)), IsTrue(column, nameof(ColumnShape.IsGenerated)),
        Number(column, nameof(ColumnShape.Modifier)), Texts(column.GetProperty(nameof(ColumnShape.Labels))), IsTrue(column, nameof(ColumnShape.HasSequence)),
        IsTrue(column, nameof(ColumnShape.IsAlwaysDrawn)), IfAny(column.GetProperty(nameof(ColumnShape.Bounds)), bounds => All(bounds, Bound)),
        IfAny(column.GetProperty(nameof(ColumnShape.Allowed)), Texts),
        // Not in what was packed before there was such a thing.
        column.TryGetProperty(nameof(ColumnShape.ArrayType), out var array) ? array.GetString() : null);

    private static CheckBound Bound(JsonElement bound) =>
        new(IsTrue(bound, nameof(CheckBound.IsLeast)), IsTrue(bound, nameof(CheckBound.IsIncluded)), Text(bound, nameof(CheckBound.Value)));

    private static string?[] Row(JsonElement row)
    {
        var cells = new string?[row.GetArrayLength()];
        var place = 0;
        foreach (var cell in row.EnumerateArray())
            cells[place++] = cell.GetString();
        return cells;
    }

    private static List<T> All<T>(JsonElement list, Func<JsonElement, T> read)
    {
        var all = new List<T>(list.GetArrayLength());
        foreach (var one in list.EnumerateArray())
            all.Add(read(one));
        return all;
    }

    private static T? IfAny<T>(JsonElement value, Func<JsonElement, T> read) where T : class => value.ValueKind == JsonValueKind.Null ? null : read(value);

    private static List<string> Texts(JsonElement list) => All(list, text => text.GetString()!);

    private static List<int> Numbers(JsonElement list) => All(list, number => number.GetInt32());

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static bool IsTrue(JsonElement of, string name) => of.GetProperty(name).GetBoolean();
}
