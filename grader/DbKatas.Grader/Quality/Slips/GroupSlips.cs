using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>GROUP BY with a column less, or none at all.</summary>
internal static class GroupSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        foreach (var clause in sql.Clauses.Where(clause => clause.Kind == ClauseKind.GroupBy))
        {
            var columns = sql.Split(clause.Body, ",");
            for (var i = 0; i < columns.Count && columns.Count > 1; i++)
            {
                var asIf = sql.Names.Simple(columns[i]) is { } name
                    ? $"rows of different {name} fell into one group: {name} is missing in GROUP BY"
                    : "rows that belong apart fell into one group: a column is missing in GROUP BY";
                yield return new Slip("group by", asIf, sql.RemovePart(columns, i));
                foreach (var slip in Summarised(sql, clause, columns, i, asIf))
                    yield return slip;
            }
            yield return new Slip("group by", "all rows were one group: a GROUP BY is missing", sql.Remove(clause.Whole));
        }
    }

    /// <summary>Whoever forgets a column that is shown must show some value of the group for it; PostgreSQL refuses the plain omission.</summary>
    private static IEnumerable<Slip> Summarised(SqlShape sql, Clause group, IReadOnlyList<Span> columns, int dropped, string asIf)
    {
        var text = sql.Text(columns[dropped]);
        var select = sql.Clauses.FirstOrDefault(clause => clause.Query == group.Query && clause.Kind == ClauseKind.Select);
        if (select is null || columns[dropped].Length > 3)
            yield break;
        var item = sql.Split(select.Body, ",").FirstOrDefault(item => item.Length >= columns[dropped].Length && Starts(sql, item, text));
        if (item.Length == 0)
            yield break;
        var shown = new Span(item.From, item.From + columns[dropped].Length);
        var alias = item.Length == shown.Length ? $" as {sql[shown.To - 1].Text}" : "";
        yield return new Slip("group by", asIf, sql.Replace(shown, $"min({text}){alias}"), sql.RemovePart(columns, dropped));
    }

    private static bool Starts(SqlShape sql, Span item, string text) =>
        Enumerable.Range(1, Math.Min(3, item.Length)).Any(length => sql.Text(new Span(item.From, item.From + length)).Equals(text, StringComparison.OrdinalIgnoreCase))
        && !sql.IsAny(item.From + 1, "(");
}
