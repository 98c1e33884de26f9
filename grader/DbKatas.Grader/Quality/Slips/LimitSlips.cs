using System.Globalization;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>LIMIT, OFFSET and FETCH: one more, one less, forgotten; ties with the last row kept or not.</summary>
internal static class LimitSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        foreach (var clause in sql.Clauses.Where(clause => clause.Kind is ClauseKind.Limit or ClauseKind.Offset or ClauseKind.Fetch))
        {
            var skips = clause.Kind == ClauseKind.Offset;
            foreach (var slip in Numbers(sql, clause, skips))
                yield return slip;
            foreach (var slip in Ties(sql, clause))
                yield return slip;
            yield return new Slip("limit", skips ? "no row were skipped: an OFFSET is missing" : "all rows were taken: a LIMIT is missing", sql.Remove(clause.Whole));
        }
    }

    private static IEnumerable<Slip> Numbers(SqlShape sql, Clause clause, bool skips)
    {
        var at = Number(sql, clause);
        if (at < 0 || !int.TryParse(sql[at].Text, CultureInfo.InvariantCulture, out var number))
            yield break;
        foreach (var other in new[] { number + 1, number - 1 }.Where(other => other >= 0))
            yield return new Slip("limit", $"{other} {(other == 1 ? "row" : "rows")} were {(skips ? "skipped" : "taken")}, and not {number}", sql.Replace(at, $"{other}"));
    }

    private static IEnumerable<Slip> Ties(SqlShape sql, Clause clause)
    {
        const string kept = "rows that tie with the last one were taken too", dropped = "rows that tie with the last one were left out";
        if (clause.Kind == ClauseKind.Limit && Number(sql, clause) is var at && at >= 0)
            yield return new Slip("ties", kept + ": WITH TIES", sql.Replace(clause.Whole, $"fetch first {sql[at].Text} rows with ties"));
        if (clause.Kind != ClauseKind.Fetch)
            yield break;
        if (sql.Is(clause.Body.To - 1, "ties"))
            yield return new Slip("ties", dropped + ": WITH TIES is missing", sql.Replace(new Span(clause.Body.To - 2, clause.Body.To), "only"));
        else if (sql.Is(clause.Body.To - 1, "only"))
            yield return new Slip("ties", kept + ": WITH TIES", sql.Replace(clause.Body.To - 1, "with ties"));
    }

    private static int Number(SqlShape sql, Clause clause) =>
        sql.TopLevel(clause.Body).Where(at => sql.IsKind(at, LexemeKind.Number)).DefaultIfEmpty(-1).First();
}
