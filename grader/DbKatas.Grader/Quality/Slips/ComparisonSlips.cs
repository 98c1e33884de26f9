using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>A comparison that is off by its own limit, turned round, or negated.</summary>
internal static class ComparisonSlips
{
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["<"] = ["<=", ">"], ["<="] = ["<", ">="], [">"] = [">=", "<"], [">="] = [">", "<="],
        ["="] = ["<>"], ["<>"] = ["="], ["!="] = ["="],
    };

    public static IEnumerable<Slip> Of(SqlShape sql) => Comparisons(sql).Concat(Distinctness(sql));

    private static IEnumerable<Slip> Comparisons(SqlShape sql)
    {
        var assignments = Assignments(sql);
        for (var at = 1; at < sql.Count - 1; at++)
            if (sql.IsKind(at, LexemeKind.Operator) && Others.TryGetValue(sql[at].Text, out var others) && !assignments.Contains(at))
                foreach (var other in others)
                    yield return new Slip("comparison", AsIf(sql, at, other), sql.Replace(at, other));
    }

    /// <summary>The "=" of "set balance = 0" compares nothing.</summary>
    private static HashSet<int> Assignments(SqlShape sql) =>
    [
        .. from clause in sql.Clauses
           where clause.Kind == ClauseKind.Set
           from part in sql.Split(clause.Body, ",")
           let first = sql.TopLevel(part).Where(at => sql.Is(at, "=")).DefaultIfEmpty(-1).First()
           where first >= 0
           select first,
    ];

    private static string AsIf(SqlShape sql, int at, string other)
    {
        var needed = sql[at].Text;
        var left = sql.Names.Simple(Operands.Left(sql, at));
        var right = sql.Names.Simple(Operands.Right(sql, at));
        var named = left is not null && right is not null && left != right;
        var swap = named ? $"{left} {other} {right} where the question needs {left} {needed} {right}" : $"{other} where the question needs {needed}";
        return (needed, other) switch
        {
            ("<" or ">", "<=" or ">=") => $"the limit itself counted: {swap}",
            ("<=" or ">=", "<" or ">") when needed[0] == other[0] => $"the limit itself did not count: {swap}",
            ("=", "<>") or ("<>" or "!=", "=") => $"a condition were turned round: {swap}",
            _ => $"a comparison were turned round: {swap}",
        };
    }

    private static IEnumerable<Slip> Distinctness(SqlShape sql)
    {
        foreach (var at in sql.Find("distinct").Where(at => sql.Is(at + 1, "from")))
        {
            var isNegated = sql.Is(at - 1, "not");
            var start = isNegated ? at - 2 : at - 1;
            var columns = sql.Names.Columns(Operands.Left(sql, start)) is { } names ? $" in {names}" : "";
            yield return new Slip("comparison", $"a NULL{columns} were equal to nothing and different from nothing: {(isNegated ? "=" : "<>")} drops it",
                sql.Replace(new Span(start, at + 2), isNegated ? "=" : "<>"));
            yield return new Slip("comparison", "a condition were turned round", isNegated
                ? sql.Replace(new Span(start, at), "is")
                : sql.Replace(at, "not distinct"));
        }
    }
}
