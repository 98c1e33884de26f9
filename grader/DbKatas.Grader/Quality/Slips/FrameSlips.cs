using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>The frame of a window: forgotten, counted in rows for values, reaching less far or further.</summary>
internal static class FrameSlips
{
    private const string Operator = "frame";
    private static readonly string[] Units = ["rows", "range", "groups"];

    public static IEnumerable<Slip> Of(SqlShape sql) =>
        sql.Clauses.Where(clause => clause.Kind == ClauseKind.Frame).SelectMany(clause => Changed(sql, clause)).Concat(Added(sql));

    private static IEnumerable<Slip> Changed(SqlShape sql, Clause clause)
    {
        yield return new Slip(Operator, "the window reached from its first row to the current one: its frame is missing", sql.Remove(clause.Whole));
        foreach (var unit in Units.Where(unit => !sql.Is(clause.Head, unit)))
            yield return new Slip(Operator, $"the frame were counted otherwise: {unit.ToUpperInvariant()} where the question needs {sql[clause.Head].Text.ToUpperInvariant()}", sql.Replace(clause.Head, unit));
        if (RowsForValues(sql, clause) is { } counted)
            yield return counted;
        for (var at = clause.Body.From; at < clause.Body.To; at++)
        {
            if (sql.Is(at, "unbounded"))
                yield return new Slip(Operator, $"the window did not reach to its {(sql.Is(at + 1, "following") ? "last" : "first")} row: CURRENT ROW where the question needs UNBOUNDED {sql[at + 1].Text.ToUpperInvariant()}",
                    sql.Replace(new Span(at, at + 2), "current row"));
            if (sql.Is(at, "current"))
                yield return new Slip(Operator, "the current row did not belong to the window, or not as its edge", sql.Replace(new Span(at, at + 2), Beyond(sql, clause, at)));
        }
    }

    /// <summary>"range between interval '2 days' preceding": two rows back, whatever their days are.</summary>
    private static Slip? RowsForValues(SqlShape sql, Clause clause)
    {
        var at = Enumerable.Range(clause.Body.From, clause.Body.Length).FirstOrDefault(i => sql.Is(i, "interval"));
        if (at == 0 || !sql.IsKind(at + 1, LexemeKind.Text))
            return null;
        var digits = new string([.. sql[at + 1].Text.Where(char.IsAsciiDigit)]);
        return digits.Length == 0 ? null : new Slip(Operator, "rows were counted where days or times can be missing: ROWS where the question needs RANGE",
            sql.Replace(clause.Head, "rows"), sql.Replace(new Span(at, at + 2), digits));
    }

    private static string Beyond(SqlShape sql, Clause clause, int at)
    {
        var and = Enumerable.Range(clause.Body.From, clause.Body.Length).FirstOrDefault(i => sql.Is(i, "and"));
        return and > 0 && at > and ? "unbounded following" : "unbounded preceding";
    }

    /// <summary>Without a frame, equal rows come in together (RANGE); counted in rows they come in one by one.</summary>
    private static IEnumerable<Slip> Added(SqlShape sql)
    {
        foreach (var order in sql.Clauses.Where(clause => clause.Kind == ClauseKind.OrderBy && !sql.Clauses.Any(other => other.Query == clause.Query && other.Kind == ClauseKind.Frame)))
            if (IsWindow(sql, order))
                yield return new Slip(Operator, "equal rows came into the window one by one: ROWS where the question needs RANGE",
                    sql.PutAfter(order.Body.To - 1, "rows between unbounded preceding and current row"));
    }

    /// <summary>Of an aggregate, or of a window with a name; a ranking function has no frame.</summary>
    private static bool IsWindow(SqlShape sql, Clause order)
    {
        var open = order.Head;
        while (open > 0 && sql[open].Depth >= sql[order.Head].Depth)
            open--;
        if (sql.Is(open - 1, "as"))
            return !sql.Clauses.Any(clause => clause.Query == order.Query && clause.Kind == ClauseKind.Select);
        if (!sql.Is(open - 1, "over"))
            return false;
        var call = Operands.Left(sql, open - 1).From;
        if (sql.Is(call, "filter") || sql.Is(call - 1, "filter"))
            call = Operands.Left(sql, sql.Is(call, "filter") ? call : call - 1).From;
        return SqlWords.IsAggregate(sql[call].Text) || sql.IsAny(call, "first_value", "last_value", "nth_value");
    }
}
