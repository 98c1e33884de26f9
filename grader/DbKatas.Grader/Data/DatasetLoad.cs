using System.Text;
using Npgsql;

namespace DbKatas.Grader.Data;

/// <summary>The statements that put a dataset in the place of what the tables hold, for use within one transaction.</summary>
internal sealed class DatasetLoad(SchemaModel schema)
{
    // Foreign keys that no load order obeys wait until all rows are there.
    private readonly CircularKey[] _circular =
        [.. schema.Tables.SelectMany((table, place) => table.ForeignKeys.Where(key => key.Target > place).Select(key => new CircularKey(table.Quoted, key.Name)))];

    private string Tables => string.Join(", ", schema.Tables.Select(table => table.Quoted));

    /// <summary>Empties all tables. New files each time, so that rows are stored in the very order in which they come.</summary>
    public IEnumerable<string> Empty => schema.Tables.Count == 0 ? [] : ["truncate " + Tables];

    /// <summary>Empties all tables and fills them.</summary>
    /// <param name="dataset">What they shall hold.</param>
    /// <param name="restartSequences">True to draw numbers from behind the largest in use, as a script that inserts rows needs.</param>
    public IEnumerable<string> Statements(Dataset dataset, bool restartSequences)
    {
        if (schema.Tables.Count == 0)
            return [];
        var triggered = schema.Tables.Where(table => table.HasTriggers).Select(table => table.Quoted).ToList();
        return
        [
            .. triggered.Select(table => $"alter table {table} disable trigger user"),
            .. _circular.Select(key => $"alter table {key.Table} alter constraint {key.Key} deferrable initially deferred"),
            .. Empty.Select(truncate => restartSequences ? truncate + " restart identity" : truncate),
            .. Inserts(dataset),
            .. _circular.Length > 0 ? ["set constraints all immediate"] : Array.Empty<string>(),
            .. _circular.Select(key => $"alter table {key.Table} alter constraint {key.Key} not deferrable"),
            .. triggered.Select(table => $"alter table {table} enable trigger user"),
            .. restartSequences ? schema.Tables.SelectMany(Restarts) : [],
            .. schema.MaterializedViews.Select(view => $"refresh materialized view {view}"),
            .. dataset.Analyzed ? ["analyze " + Tables] : Array.Empty<string>(),
        ];
    }

    /// <summary>True when the dataset is nothing but its rows: then they can say where they stand, and it can be taken back without emptying the tables anew.</summary>
    public bool IsRowsAlone(Dataset dataset) =>
        !dataset.Analyzed && schema.Tables.Count > 0 && schema.MaterializedViews.Count == 0 && _circular.Length == 0 && !schema.Tables.Any(table => table.HasTriggers);

    /// <summary>Lets foreign keys wait where a transaction asks for it, which they do not by themselves: to look up what rows point to takes a third of loading them.</summary>
    /// <remarks>A partition's key can't be changed by itself, and goes on as it is.</remarks>
    public string LetKeysWait =>
        "do $$ begin " + string.Concat(schema.Tables.SelectMany(table => table.ForeignKeys.Select(key =>
            $"begin alter table {table.Quoted} alter constraint {key.Name} deferrable; exception when others then null; end; "))) + "end $$";

    /// <summary>Makes the keys wait, for rows that are known to fit; a transaction that is thrown away never looks at them.</summary>
    public static IEnumerable<string> KeysOf(Dataset dataset) => dataset.IsKnownToFit ? ["set constraints all deferred"] : [];

    /// <summary>Fills tables that are empty.</summary>
    public static IEnumerable<string> Inserts(Dataset dataset) =>
        dataset.Tables.Where(rows => rows.Rows.Count > 0).Select(rows => Insert(rows.Table, rows.Rows, rows.Table.Quoted));

    /// <summary>True when <see cref="Rows"/> has the same words for every dataset, so that the server can keep its plans.</summary>
    public bool HasFixedWords { get; } = schema.Tables.All(ArrayInsert.Fits);

    /// <summary>Fills tables that are empty; the server says of each row whether it came to stand on its table's first page, where the order of rows is that in which they came.</summary>
    public IEnumerable<NpgsqlBatchCommand> Rows(Dataset dataset) => HasFixedWords
        ? dataset.Tables.Where(rows => rows.Rows.Count > 0).Select(ArrayInsert.Of)
        : Inserts(dataset).Select(insert => new NpgsqlBatchCommand($"{insert} {AskingForFirstPage}"));

    internal const string AskingForFirstPage = "returning ctid < '(1,0)'";

    /// <summary>One INSERT for all rows.</summary>
    public static string Insert(TableShape table, IEnumerable<string?[]> rows, string name)
    {
        int[] given = [.. Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsGenerated)];
        if (given.Length == 0)
            return $"insert into {name} " + string.Join(" union all ", rows.Select(_ => "select"));
        var sql = new StringBuilder($"insert into {name} ({string.Join(", ", given.Select(i => table.Columns[i].Quoted))}) overriding system value values ");
        var separator = "";
        foreach (var row in rows)
        {
            sql.Append(separator).Append('(').AppendJoin(',', given.Select(i => Literal(row[i]))).Append(')');
            separator = ",";
        }
        return sql.ToString();
    }

    /// <summary>A value as the server reads it for a column of any type.</summary>
    public static string Literal(string? value) => value is null ? "null" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> Restarts(TableShape table) => table.Columns.Where(column => column.HasSequence).Select(column =>
        $"select setval(pg_get_serial_sequence({Literal(table.Quoted)}, {Literal(column.Name)}), coalesce(max({column.Quoted}), 0) + 1, false) from {table.Quoted}");

    private sealed record CircularKey(string Table, string Key);
}
