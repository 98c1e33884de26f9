using System.Data;
using DbKatas.Grader.Comparing;
using Npgsql;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Reads what every table of a database holds.</summary>
internal static class TableReader
{
    private const string Names = """
        select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        order by 1
        """;

    /// <summary>For a connection on which a script has set what it liked: its tables are read as everybody's are. No name means something else, and values print the same.</summary>
    public static readonly IReadOnlyList<string> Settings =
    [
        "set local search_path = pg_catalog, pg_temp", "set local datestyle = 'ISO, YMD'", "set local timezone = 'UTC'", "set local intervalstyle = 'postgres'",
        "set local extra_float_digits = 1", "set local bytea_output = 'hex'",
    ];

    /// <returns>The tables by name; "schema.table" outside the schema public.</returns>
    public static async Task<IReadOnlyDictionary<string, ResultTable>> ReadAsync(NpgsqlConnection connection, int mostRows, CancellationToken cancellation)
    {
        var tables = new List<(string Name, string Quoted)>();
        await using (var command = new NpgsqlCommand(Names, connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
                tables.Add((reader.GetString(0), reader.GetString(1)));
        var contents = new SortedDictionary<string, ResultTable>(StringComparer.Ordinal);
        foreach (var (name, quoted) in tables)
        {
            await using var command = new NpgsqlCommand($"select * from {quoted}", connection) { AllResultTypesAreUnknown = true };
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
            contents[name] = await ResultReader.ReadAsync(reader, mostRows, cancellation) ?? new ResultTable([], []);
        }
        return contents;
    }
}
