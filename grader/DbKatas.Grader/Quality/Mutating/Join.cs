namespace DbKatas.Grader.Quality.Mutating;

/// <summary>A JOIN of a FROM clause.</summary>
/// <param name="Kind">"inner", "left", "right", "full", "cross" or "natural".</param>
/// <param name="Words">The words that say so, JOIN included.</param>
/// <param name="Table">Where the joined table, subquery or function begins.</param>
/// <param name="On">The condition after ON; null without one.</param>
/// <param name="Using">The column list after USING, in its parentheses; null without one.</param>
internal sealed record Join(string Kind, Span Words, int Table, Span? On, Span? Using)
{
    public static IEnumerable<Join> In(SqlShape sql) =>
        sql.Clauses.Where(clause => clause.Kind == ClauseKind.From).SelectMany(clause => In(sql, clause.Body));

    /// <summary>The joins of one FROM clause, in their order.</summary>
    public static IEnumerable<Join> In(SqlShape sql, Span from)
    {
        var joins = sql.TopLevel(from).Where(at => sql.Is(at, "join")).Select(at => WordsOf(sql, from, at)).ToList();
        for (var i = 0; i < joins.Count; i++)
        {
            var end = i + 1 < joins.Count ? joins[i + 1].From : from.To;
            var comma = sql.TopLevel(new Span(joins[i].To, end)).Where(at => sql.Is(at, ",")).DefaultIfEmpty(end).First();
            yield return Read(sql, joins[i], Math.Min(end, comma));
        }
    }

    private static Span WordsOf(SqlShape sql, Span from, int join)
    {
        var start = join;
        while (start > from.From && sql.IsAny(start - 1, "left", "right", "full", "inner", "cross", "outer", "natural"))
            start--;
        return new Span(start, join + 1);
    }

    private static Join Read(SqlShape sql, Span words, int end)
    {
        var kind = sql.IsAny(words.From, "left", "right", "full", "cross", "natural") ? sql[words.From].Text.ToLowerInvariant() : "inner";
        var table = sql.Is(words.To, "lateral") ? words.To + 1 : words.To;
        var tail = sql.TopLevel(new Span(words.To, end)).ToList();
        var on = tail.Where(at => sql.Is(at, "on")).DefaultIfEmpty(-1).First();
        var @using = tail.Where(at => sql.Is(at, "using")).DefaultIfEmpty(-1).First();
        return new Join(kind, words, table, on < 0 ? null : new Span(on + 1, end), @using < 0 ? null : new Span(@using + 2, sql.Close(@using + 1)));
    }
}
