namespace DbKatas.Grader.Quality.Mutating;

/// <summary>A condition made of parts: of a WHERE, HAVING, ON or WHEN, or a part of one in parentheses of its own.</summary>
/// <param name="Span">The whole condition.</param>
/// <param name="Clause">"WHERE", "HAVING", "ON", "WHEN", or "" for one within parentheses.</param>
internal sealed record Condition(Span Span, string Clause)
{
    public static IEnumerable<Condition> In(SqlShape sql)
    {
        var found = new List<Condition>();
        foreach (var clause in sql.Clauses)
            if (clause.Kind is ClauseKind.Where or ClauseKind.Having && clause.Body.Length > 0)
                found.Add(new Condition(clause.Body, clause.Kind.ToString().ToUpperInvariant()));
        found.AddRange(Join.In(sql).Where(join => join.On is { Length: > 0 }).Select(join => new Condition(join.On!.Value, "ON")));
        found.AddRange(Cases.In(sql).SelectMany(choice => choice.Branches).Select(branch => new Condition(branch.When, "WHEN")));
        found.AddRange(sql.Find("(").Select(open => new Span(open + 1, sql.Close(open))).Where(span => HoldsParts(sql, span)).Select(span => new Condition(span, "")));
        return found.OrderBy(condition => condition.Span.From);
    }

    /// <summary>What stands between its ANDs or ORs, whichever bind less; one part when there are none.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="word">"and" or "or".</param>
    public IReadOnlyList<Span> Parts(SqlShape sql, string word) => Split(sql, Span, word);

    /// <summary>Where its own ANDs or ORs stand, without the AND of a BETWEEN.</summary>
    public static IReadOnlyList<Span> Split(SqlShape sql, Span span, string word)
    {
        var parts = new List<Span>();
        var (from, inBetween) = (span.From, false);
        foreach (var at in sql.TopLevel(span))
        {
            if (sql.Is(at, "between"))
                inBetween = true;
            if (!sql.Is(at, word))
                continue;
            if (inBetween && word == "and")
            {
                inBetween = false;
                continue;
            }
            parts.Add(new Span(from, at));
            from = at + 1;
        }
        parts.Add(new Span(from, span.To));
        return parts;
    }

    private static bool HoldsParts(SqlShape sql, Span span) =>
        !sql.IsAny(span.From, "select", "where", "with", "partition", "order") && !sql[Math.Max(0, span.From - 2)].IsName
        && (Split(sql, span, "and").Count > 1 || Split(sql, span, "or").Count > 1);
}
