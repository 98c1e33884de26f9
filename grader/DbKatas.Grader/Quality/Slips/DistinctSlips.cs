using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>DISTINCT forgotten and DISTINCT too many, of rows and in aggregates; DISTINCT ON with a column less.</summary>
internal static class DistinctSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql) => Rows(sql).Concat(On(sql)).Concat(Aggregates(sql));

    private static IEnumerable<Slip> Rows(SqlShape sql)
    {
        foreach (var clause in sql.Clauses.Where(clause => clause.Kind == ClauseKind.Select && clause.Body.Length > 0))
            if (!sql.Is(clause.Head + 1, "distinct"))
            {
                // EXISTS looks at no column, so DISTINCT changes nothing there.
                if (!sql.Is(clause.Head - 2, "exists"))
                    yield return new Slip("distinct", "equal rows were shown once: DISTINCT where the question needs every row", sql.PutAfter(clause.Head, "distinct"));
            }
            else if (!sql.Is(clause.Head + 2, "on"))
                yield return new Slip("distinct", "equal rows were shown each time: a DISTINCT is missing", sql.Remove(new Span(clause.Head + 1, clause.Head + 2)));
    }

    private static IEnumerable<Slip> On(SqlShape sql)
    {
        foreach (var at in sql.Find("distinct").Where(at => sql.Is(at + 1, "on") && sql.Is(at + 2, "(")))
        {
            yield return new Slip("distinct on", "all rows of a group were shown, not the first one: DISTINCT ON is missing", sql.Remove(new Span(at, sql.Close(at + 2) + 1)));
            var columns = sql.Arguments(at + 1);
            for (var i = 0; i < columns.Count && columns.Count > 1; i++)
                yield return new Slip("distinct on", $"{sql.Names.Simple(columns[i]) ?? "one column"} did not count for what is a group: it is missing in DISTINCT ON", sql.RemovePart(columns, i));
        }
    }

    private static IEnumerable<Slip> Aggregates(SqlShape sql)
    {
        for (var at = 0; at < sql.Count - 2; at++)
        {
            if (!SqlWords.IsAggregate(sql[at].Text) || !sql.Is(at + 1, "(") || sql.Is(at + 2, "*"))
                continue;
            var call = sql[at].Text.ToUpperInvariant();
            if (sql.Is(at + 2, "distinct"))
                yield return new Slip("distinct in an aggregate", $"equal values counted each time: DISTINCT is missing in {call}", sql.Remove(new Span(at + 2, at + 3)));
            else if (call is not ("MIN" or "MAX" or "BOOL_OR" or "BOOL_AND" or "EVERY"))
                yield return new Slip("distinct in an aggregate", $"equal values counted once: DISTINCT in {call} where the question needs every value", sql.PutAfter(at + 1, "distinct"));
        }
    }
}
