using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Another operator, operands the wrong way round, division of integers, casts and parentheses forgotten.</summary>
internal static class ArithmeticSlips
{
    private static readonly Dictionary<string, string> Others = new() { ["+"] = "-", ["-"] = "+", ["*"] = "/", ["/"] = "*", ["%"] = "/" };

    public static IEnumerable<Slip> Of(SqlShape sql) => Swapped(sql).Concat(Whole(sql)).Concat(Casts(sql)).Concat(Unwrapped(sql));

    private static IEnumerable<Slip> Swapped(SqlShape sql)
    {
        for (var at = 1; at < sql.Count - 1; at++)
        {
            if (!sql.IsKind(at, LexemeKind.Operator) || !Others.TryGetValue(sql[at].Text, out var other) || !IsBinary(sql, at))
                continue;
            yield return new Slip("arithmetic", $"{other} stood where the question needs {sql[at].Text}", sql.Replace(at, other));
            var (left, right) = (Operands.Left(sql, at), Operands.Right(sql, at));
            if (sql[at].Text is "-" or "/" && left.Length > 0 && right.Length > 0)
                yield return new Slip("arithmetic", sql[at].Text == "-" ? "a subtraction were turned round" : "a division were turned round",
                    sql.Replace(left, sql.Text(right)), sql.Replace(right, sql.Text(left)));
        }
    }

    private static bool IsBinary(SqlShape sql, int at) =>
        sql[at - 1].IsName || sql[at - 1].Kind is LexemeKind.Number or LexemeKind.Text || sql.IsAny(at - 1, ")", "]", "end");

    /// <summary>"/ 1000" for "/ 1000.0": PostgreSQL cuts the fraction off.</summary>
    private static IEnumerable<Slip> Whole(SqlShape sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            if (sql[at].Kind != LexemeKind.Number || sql[at].Text.Split('.') is not [var digits, var decimals] || decimals.Any(c => c != '0') || digits.Length == 0)
                continue;
            if (sql.IsAny(at - 1, "*", "/") || sql.IsAny(at + 1, "*", "/"))
                yield return new Slip("integer division", "whole numbers were divided, so that the fraction is cut off", sql.Replace(at, digits));
        }
    }

    private static IEnumerable<Slip> Casts(SqlShape sql)
    {
        for (var at = 1; at < sql.Count - 1; at++)
            if (sql.Is(at, "::"))
                yield return new Slip("cast", Cast(sql, at + 1), sql.Remove(new Span(at, TypeEnd(sql, at + 1))));
        foreach (var call in sql.FindCalls("cast"))
        {
            var @as = sql.TopLevel(new Span(call + 2, sql.Close(call + 1))).Where(at => sql.Is(at, "as")).DefaultIfEmpty(-1).First();
            if (@as > 0)
                yield return new Slip("cast", Cast(sql, @as + 1), sql.Replace(new Span(call, sql.Close(call + 1) + 1), $"({sql.Text(new Span(call + 2, @as))})"));
        }
    }

    private static string Cast(SqlShape sql, int type) => sql.IsAny(type, "numeric", "decimal", "float", "float8", "real", "double")
        ? "whole numbers were reckoned with, so that the fraction is cut off: a cast is missing"
        : $"a value were not turned into {sql[type].Text.ToLowerInvariant()}: a cast is missing";

    private static int TypeEnd(SqlShape sql, int type) => sql.Is(type + 1, "(") ? sql.Close(type + 1) + 1 : sql.Is(type, "double") ? type + 2 : type + 1;

    private static IEnumerable<Slip> Unwrapped(SqlShape sql)
    {
        foreach (var open in sql.Find("("))
        {
            var close = sql.Close(open);
            var inner = new Span(open + 1, close);
            var isCalculation = sql.TopLevel(inner).Any(at => at > inner.From && sql.IsAny(at, "+", "-", "*", "/")) && !sql.TopLevel(inner).Any(at => sql.IsAny(at, ",", "select", "and", "or"));
            var touches = sql.IsAny(open - 1, "+", "-", "*", "/") || sql.IsAny(close + 1, "+", "-", "*", "/", "::");
            if (isCalculation && touches && close < sql.Count)
                yield return new Slip("parentheses", "a calculation stood without its parentheses: * and / bind first", sql.Replace(open, " "), sql.Replace(close, " "));
        }
    }
}
