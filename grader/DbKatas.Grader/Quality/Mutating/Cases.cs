namespace DbKatas.Grader.Quality.Mutating;

/// <summary>A CASE expression.</summary>
/// <param name="Whole">From CASE to END.</param>
/// <param name="Branches">Each WHEN … THEN ….</param>
/// <param name="Else">From ELSE up to END; null without one.</param>
internal sealed record Cases(Span Whole, IReadOnlyList<CaseBranch> Branches, Span? Else)
{
    public static IEnumerable<Cases> In(SqlShape sql) => sql.Find("case").Select(at => Read(sql, at));

    private static Cases Read(SqlShape sql, int open)
    {
        var close = sql.Close(open);
        var inner = sql.TopLevel(new Span(open + 1, close)).ToList();
        var heads = inner.Where(at => sql.IsAny(at, "when", "else")).Append(close).ToList();
        var branches = new List<CaseBranch>();
        Span? otherwise = null;
        for (var i = 0; i + 1 < heads.Count; i++)
        {
            var then = inner.Where(at => at > heads[i] && at < heads[i + 1] && sql.Is(at, "then")).DefaultIfEmpty(-1).First();
            if (sql.Is(heads[i], "else"))
                otherwise = new Span(heads[i], heads[i + 1]);
            else if (then > 0)
                branches.Add(new CaseBranch(new Span(heads[i], heads[i + 1]), new Span(heads[i] + 1, then)));
        }
        return new Cases(new Span(open, Math.Min(close + 1, sql.Count)), branches, otherwise);
    }
}

/// <param name="Whole">From WHEN up to the next WHEN, ELSE or END.</param>
/// <param name="When">What is asked.</param>
internal sealed record CaseBranch(Span Whole, Span When);
