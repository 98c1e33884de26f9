using Npgsql;

namespace DbKatas.Grader.Data;

/// <summary>Reads a database's tables, with their types, keys and foreign keys, from the catalog.</summary>
internal sealed class SchemaReader(NpgsqlConnection connection)
{
    /// <summary>User tables: no partitions, which are filled through their parent, and nothing that an extension brought.</summary>
    private const string Tables = """
        select c.oid, case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
               c.relhasrules or exists (select from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        order by 2
        """;

    private const string Columns = """
        select a.attrelid, a.attnum, a.attname, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), b.typname, b.typtype, b.typcategory,
               a.attnotnull or t.typnotnull, a.attgenerated <> '', case when t.typtype = 'd' then t.typtypmod else a.atttypmod end,
               (select string_agg(e.enumlabel, chr(1) order by e.enumsortorder) from pg_enum e where e.enumtypid = b.oid),
               a.attidentity <> '' or exists (
                 select from pg_depend s join pg_class q on q.oid = s.objid and q.relkind = 'S'
                 where s.refclassid = 'pg_class'::regclass and s.refobjid = a.attrelid and s.refobjsubid = a.attnum and s.deptype in ('a', 'i')),
               a.attidentity = 'a',
               (select quote_ident(m.nspname) || '.' || quote_ident(y.typname) from pg_type y join pg_namespace m on m.oid = y.typnamespace
                where y.oid = t.typarray and t.typdelim = ',' and b.typtype <> 'c')
        from pg_attribute a
        join pg_type t on t.oid = a.atttypid
        join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
        where a.attnum > 0 and not a.attisdropped
        order by a.attrelid, a.attnum
        """;

    private const string Keys = """
        select indrelid, indkey::text from pg_index
        where indisunique and indpred is null and indexprs is null and indnkeyatts = indnatts
        order by indrelid, indisprimary desc, indexrelid
        """;

    private const string ForeignKeys = """
        select conrelid, array_to_string(conkey, ' '), confrelid, array_to_string(confkey, ' '), quote_ident(conname)
        from pg_constraint where contype = 'f' and conparentid = 0
        order by conrelid, conname collate "C"
        """;

    private const string Checks = """
        select conrelid, pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid <> 0 order by conrelid, conname collate "C"
        """;

    private const string MaterializedViews = """
        select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' order by c.oid
        """;

    public async Task<SchemaModel> ReadAsync(CancellationToken cancellation)
    {
        var tables = await RowsAsync(Tables, cancellation);
        var columns = (await RowsAsync(Columns, cancellation)).ToLookup(row => row[0]);
        var keys = (await RowsAsync(Keys, cancellation)).ToLookup(row => row[0]);
        var foreignKeys = (await RowsAsync(ForeignKeys, cancellation)).ToLookup(row => row[0]);
        var checks = (await RowsAsync(Checks, cancellation)).ToLookup(row => row[0], row => row[1]!);
        var order = LoadOrder.Of([.. tables.Select(t => t[0]!)], id => foreignKeys[id].Select(key => key[2]!));
        return new SchemaModel([.. order.Select(id => Shape(tables.First(t => t[0] == id), order, columns, keys, foreignKeys, checks[id]))], [.. (await RowsAsync(MaterializedViews, cancellation)).Select(view => view[0]!)]);
    }

    /// <summary>What a table holds, as text, in the order in which it is stored.</summary>
    public async Task<TableRows> ReadRowsAsync(TableShape table, CancellationToken cancellation)
    {
        var cells = string.Join(", ", table.Columns.Select(column => column.IsGenerated ? "null" : column.Quoted));
        return new TableRows(table, await RowsAsync($"select {(cells.Length > 0 ? cells : "null")} from {table.Quoted}", cancellation));
    }

    private static TableShape Shape(
        string?[] table, IReadOnlyList<string> order, ILookup<string?, string?[]> columns, ILookup<string?, string?[]> keys, ILookup<string?, string?[]> foreignKeys,
        IEnumerable<string> checks)
    {
        // Attribute numbers have holes where columns were dropped.
        Dictionary<string, Dictionary<string, int>> places = [];
        int[] Places(string id, string numbers)
        {
            if (!places.TryGetValue(id, out var of))
                places[id] = of = columns[id].Select((column, place) => (Number: column[1]!, place)).ToDictionary(c => c.Number, c => c.place);
            return [.. numbers.Split(' ').Select(number => of[number])];
        }
        return new TableShape(
            table[1]!, table[2]!,
            [.. columns[table[0]].Select(column => Column(column) with { Bounds = CheckReader.Bounds(checks, column[3]!), Allowed = CheckReader.Allowed(checks, column[3]!) })],
            [.. keys[table[0]].Select(key => Places(table[0]!, key[1]!))],
            [.. foreignKeys[table[0]].Select(key => new ForeignKey(key[4]!, Places(table[0]!, key[1]!), order.ToList().IndexOf(key[2]!), Places(key[2]!, key[3]!)))],
            table[3] == "t");
    }

    private static ColumnShape Column(string?[] row) => new(
        row[2]!, row[3]!, row[4]!, SortOf(row[5]!, row[6]!, row[7]!), row[8] == "t", row[9] == "t", int.Parse(row[10]!), row[11]?.Split('\u0001') ?? [], row[12] == "t", row[13] == "t",
        ArrayType: row[14]);

    private static ColumnSort SortOf(string name, string type, string category) => (name, type, category) switch
    {
        (_, "e", _) => ColumnSort.Enum,
        ("int2" or "int4" or "int8", _, _) => ColumnSort.Integer,
        ("numeric", _, _) => ColumnSort.Decimal,
        ("float4" or "float8", _, _) => ColumnSort.Float,
        ("text" or "varchar" or "bpchar", _, _) => ColumnSort.Text,
        ("date", _, _) => ColumnSort.Date,
        ("timestamp", _, _) => ColumnSort.Timestamp,
        ("timestamptz", _, _) => ColumnSort.TimestampTz,
        ("time", _, _) => ColumnSort.Time,
        ("bool", _, _) => ColumnSort.Boolean,
        ("uuid", _, _) => ColumnSort.Uuid,
        ("json" or "jsonb", _, _) => ColumnSort.Json,
        (_, _, "A") => ColumnSort.Array,
        _ => ColumnSort.Other,
    };

    private async Task<List<string?[]>> RowsAsync(string query, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(query, connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string?[]>();
        while (await reader.ReadAsync(cancellation))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]);
        return rows;
    }
}
