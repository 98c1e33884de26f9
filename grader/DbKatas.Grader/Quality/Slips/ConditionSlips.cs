using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Parts of conditions forgotten, AND for OR, NOT forgotten, parentheses forgotten, WHERE for HAVING.</summary>
internal static class ConditionSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql) =>
        Condition.In(sql).SelectMany(condition => Dropped(sql, condition).Concat(Swapped(sql, condition)).Concat(Negated(sql, condition)).Concat(Unwrapped(sql, condition)))
            .Concat(Moved(sql));

    private static IEnumerable<Slip> Dropped(SqlShape sql, Condition condition)
    {
        var alternatives = condition.Parts(sql, "or");
        for (var i = 0; i < alternatives.Count && alternatives.Count > 1; i++)
            yield return new Slip("condition dropped", LeftOut(sql, alternatives[i]), sql.RemovePart(alternatives, i));
        foreach (var alternative in alternatives)
        {
            var parts = Condition.Split(sql, alternative, "and");
            for (var i = 0; i < parts.Count && parts.Count > 1; i++)
                yield return new Slip("condition dropped", Missing(sql, parts[i]), sql.RemovePart(parts, i));
        }
        if (condition.Clause is "WHERE" or "HAVING")
            yield return new Slip("condition dropped", Whole(sql, condition), sql.Replace(condition.Span, "true"));
    }

    private static string Missing(SqlShape sql, Span part) =>
        About(sql, part) is { } what ? $"a condition on {what} were missing" : "one of the conditions were missing";

    /// <summary>Without one of the sides of OR there is less to let rows in.</summary>
    private static string LeftOut(SqlShape sql, Span part) =>
        sql.Is(part.To - 2, "is") && sql.Is(part.To - 1, "null") && sql.Names.Columns(part) is { } column ? $"rows without a value in {column} were left out"
        : $"rows that only the condition on {About(sql, part) ?? "one side of an OR"} lets in were left out";

    private static string? About(SqlShape sql, Span part) =>
        sql.Names.Columns(part) ?? sql.Names.Origins(part)
        ?? (Enumerable.Range(part.From, part.Length).Any(at => sql.Is(at, "count") && sql.Is(at + 2, "*")) ? "COUNT(*)" : null);

    private static string Whole(SqlShape sql, Condition condition) =>
        Condition.Split(sql, condition.Span, "and").Count == 1 && Condition.Split(sql, condition.Span, "or").Count == 1
            ? Missing(sql, condition.Span)
            : $"nothing were filtered: a whole {condition.Clause} is missing";

    private static IEnumerable<Slip> Swapped(SqlShape sql, Condition condition)
    {
        foreach (var (word, other) in new[] { ("and", "or"), ("or", "and") })
        {
            var parts = condition.Parts(sql, word);
            for (var i = 0; i + 1 < parts.Count; i++)
            {
                var asIf = word == "and"
                    ? "one of two conditions were enough: OR where the question needs AND"
                    : "both of two conditions had to hold: AND where the question needs OR";
                yield return new Slip("and, or", asIf, sql.Replace(parts[i].To, other));
            }
        }
    }

    private static IEnumerable<Slip> Negated(SqlShape sql, Condition condition)
    {
        foreach (var part in condition.Parts(sql, "or").SelectMany(part => Condition.Split(sql, part, "and")))
        {
            var what = sql.Names.Columns(part) is { } columns ? $"the condition on {columns}" : "one of the conditions";
            var asIf = $"{what} were turned round";
            if (sql.Is(part.From, "not") && !sql.Is(part.From + 1, "exists"))
                yield return new Slip("negation", asIf, sql.Remove(new Span(part.From, part.From + 1)));
            else if (sql.Names.Simple(part) is not null && sql[part.To - 1].IsName)
                yield return new Slip("negation", asIf, sql.PutBefore(part.From, "not"));
        }
    }

    private static IEnumerable<Slip> Unwrapped(SqlShape sql, Condition condition)
    {
        if (condition.Clause.Length > 0 || !sql.Is(condition.Span.To, ")"))
            yield break;
        yield return new Slip("parentheses", "AND and OR stood without parentheses: AND binds first",
            sql.Replace(condition.Span.From - 1, " "), sql.Replace(condition.Span.To, " "));
    }

    /// <summary>A condition on groups asked of rows, and the other way round.</summary>
    private static IEnumerable<Slip> Moved(SqlShape sql)
    {
        foreach (var query in sql.Clauses.GroupBy(clause => clause.Query))
        {
            var where = query.FirstOrDefault(clause => clause.Kind == ClauseKind.Where);
            var having = query.FirstOrDefault(clause => clause.Kind == ClauseKind.Having);
            if (where is not null && having is not null)
                yield return new Slip("where, having", "the conditions on rows and on groups had changed places: WHERE and HAVING are swapped",
                    sql.Replace(where.Body, sql.Text(having.Body)), sql.Replace(having.Body, sql.Text(where.Body)));
            else if (having is not null && query.FirstOrDefault(clause => clause.Kind == ClauseKind.GroupBy) is { } group)
                yield return new Slip("where, having", "the groups' condition were asked of single rows: WHERE where the question needs HAVING",
                    sql.PutBefore(group.Head, $"where {sql.Text(having.Body)}"), sql.Remove(having.Whole));
        }
    }
}
