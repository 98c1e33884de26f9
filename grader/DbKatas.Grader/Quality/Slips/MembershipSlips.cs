using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>IN, EXISTS and LIKE: negated, with an item missing, or as exact as they should not be.</summary>
internal static class MembershipSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql) => Lists(sql).Concat(Existence(sql)).Concat(Patterns(sql)).Concat(Quantifiers(sql));

    private static IEnumerable<Slip> Lists(SqlShape sql)
    {
        foreach (var at in sql.Find("in").Where(at => sql.Is(at + 1, "(")))
        {
            yield return Turned(sql, at, "in, not in", "IN", "what is in a list", "what is not in a list");
            var items = sql.Arguments(at);
            for (var i = 0; i < items.Count && items.Count > 1; i++)
                yield return new Slip("in, not in", $"{sql.Text(items[i])} were not in the list", sql.RemovePart(items, i));
        }
    }

    private static IEnumerable<Slip> Existence(SqlShape sql) =>
        sql.Find("exists").Where(at => sql.Is(at + 1, "(")).Select(at => Turned(sql, at, "exists, not exists", "EXISTS", "rows with a match", "rows without a match"));

    private static IEnumerable<Slip> Patterns(SqlShape sql)
    {
        foreach (var at in Enumerable.Range(0, sql.Count).Where(at => sql.IsAny(at, "like", "ilike")))
        {
            var minds = sql.Is(at, "like");
            yield return Turned(sql, at, "pattern", sql[at].Text.ToUpperInvariant(), "what fits a pattern", "what does not fit a pattern");
            yield return new Slip("pattern", minds ? "capitals did not matter: ILIKE where the question needs LIKE" : "capitals mattered: LIKE where the question needs ILIKE",
                sql.Replace(at, minds ? "ilike" : "like"));
            if (!sql.IsKind(at + 1, LexemeKind.Text))
                continue;
            var pattern = sql[at + 1].Text;
            if (pattern.StartsWith("'%", StringComparison.Ordinal))
                yield return new Slip("pattern", "the text had to begin with the pattern", sql.Replace(at + 1, "'" + pattern[2..]));
            if (pattern.EndsWith("%'", StringComparison.Ordinal) && pattern.Length > 3)
                yield return new Slip("pattern", "the text had to end with the pattern", sql.Replace(at + 1, pattern[..^2] + "'"));
        }
    }

    private static IEnumerable<Slip> Quantifiers(SqlShape sql) =>
        from at in Enumerable.Range(1, Math.Max(0, sql.Count - 1))
        where sql.IsAny(at, "any", "some", "all") && sql.Is(at + 1, "(") && sql.IsKind(at - 1, LexemeKind.Operator)
        let all = sql.Is(at, "all")
        select new Slip("any, all", all ? "one value were enough: ANY where the question needs ALL" : "all values had to fit: ALL where the question needs ANY",
            sql.Replace(at, all ? "any" : "all"));

    private static Slip Turned(SqlShape sql, int at, string name, string word, string with, string without)
    {
        var isNegated = sql.Is(at - 1, "not");
        var given = isNegated ? with : without;
        var (neededWord, givenWord) = isNegated ? ($"NOT {word}", word) : (word, $"NOT {word}");
        return new Slip(name, $"{given} were asked for: {givenWord} where the question needs {neededWord}",
            isNegated ? sql.Remove(new Span(at - 1, at)) : sql.PutBefore(at, "not"));
    }
}
