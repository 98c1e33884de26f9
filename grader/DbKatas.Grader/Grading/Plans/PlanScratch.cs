using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>A scratch database seen by somebody who looks at plans. Each question goes over a connection of its own, so no setting of an answer lasts.</summary>
internal sealed class PlanScratch(ScratchDatabase scratch, Kata kata)
{
    /// <summary>Rows and plan of a query. The rows come first, so that the plan is taken with a warm cache.</summary>
    /// <returns>Without a plan when the query failed or gives no rows by nature.</returns>
    public async Task<PlanRun> ExplainAsync(SqlStatement query, CancellationToken cancellation)
    {
        var run = await scratch.RunAsync([.. PlannerFacts.Settings(), query], isReadOnly: true, kata.Limits, cancellation);
        if (run.Failure is not null || run.Result is null)
            return new PlanRun(query, run.Result, null, run.Failure);
        var explain = new SqlStatement("explain (analyze, buffers, timing off, summary off, format json) " + query.Text, query.Start);
        // Once more on the same connection: what a first run must look up in the catalogue is not counted.
        var second = await scratch.RunAsync([.. PlannerFacts.Settings(), query, explain], isReadOnly: true, kata.Limits, cancellation);
        var plan = second.Result is { Rows: [[{ Text: { } json }]] } && second.Failure is null ? PlanReader.Read(json) : null;
        return new PlanRun(query, run.Result, plan, second.Failure);
    }

    /// <summary>Statistics of what an answer has made.</summary>
    public Task<ScriptRun> GatherAsync(CancellationToken cancellation) => scratch.RunAsync(PlannerFacts.Gather(0), isReadOnly: false, kata.Limits, cancellation);

    /// <summary>The tables' columns, in the schema public.</summary>
    public async Task<ILookup<string, string>> ColumnsAsync(CancellationToken cancellation)
    {
        var rows = await AskAsync("""
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
            order by c.relname, a.attnum
            """, cancellation);
        return rows.ToLookup(row => row[0].Text!, row => row[1].Text!);
    }

    /// <summary>The indexes of the schema public: table, name, what it begins with, pages.</summary>
    public async Task<IReadOnlyList<PlanIndex>> IndexesAsync(CancellationToken cancellation)
    {
        var rows = await AskAsync("""
            select t.relname, i.relname, pg_get_indexdef(x.indexrelid, 1, true), pg_relation_size(x.indexrelid) / 8192, m.amname,
                   pg_get_expr(x.indpred, x.indrelid, true)
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join pg_am m on m.oid = i.relam
            where t.relnamespace = 'public'::regnamespace order by 1, 2
            """, cancellation);
        return [.. rows.Select(row => new PlanIndex(row[0].Text!, row[1].Text!, row[2].Text!, long.Parse(row[3].Text!), row[4].Text!, row[5].Text))];
    }

    /// <summary>A number for what these columns of a table hold, whatever the order of the rows; null when they can't be read.</summary>
    public async Task<string?> DigestAsync(string table, IEnumerable<string> columns, CancellationToken cancellation)
    {
        var row = $"row({string.Join(", ", columns.Select(Quoted))})";
        var sql = $"select count(*) || ' ' || coalesce(sum(hashtextextended({row}::text, 0)::numeric), 0) from public.{Quoted(table)}";
        var run = await scratch.RunAsync([new SqlStatement(sql, 0)], isReadOnly: true, kata.Limits, cancellation);
        return run.Result is { Rows: [[var digest]] } && run.Failure is null ? digest.Text : null;
    }

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private async Task<IReadOnlyList<Value[]>> AskAsync(string sql, CancellationToken cancellation) =>
        (await scratch.RunAsync([new SqlStatement(sql, 0)], isReadOnly: true, kata.Limits, cancellation)).Result?.Rows ?? [];
}

/// <summary>What came of one query.</summary>
internal sealed record PlanRun(SqlStatement Query, ResultTable? Rows, PlanNode? Plan, SqlFailure? Failure);

/// <param name="First">The column, or the expression, that it is sorted by first.</param>
/// <param name="Pages">Its size.</param>
/// <param name="Method">btree, hash, brin and so on.</param>
/// <param name="Predicate">Which rows are in it; null for all.</param>
public sealed record PlanIndex(string Table, string Name, string First, long Pages, string Method, string? Predicate);
