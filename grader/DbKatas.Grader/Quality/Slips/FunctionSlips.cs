using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Rounding and other functions of one value: forgotten, or one for another.</summary>
internal static class FunctionSlips
{
    private static readonly (string Name, string Missing, string[] Others)[] Functions =
    [
        ("round", "nothing were rounded: ROUND is missing", ["trunc", "ceil", "floor"]),
        ("trunc", "decimals were not cut off: TRUNC is missing", ["round"]),
        ("ceil", "nothing were rounded up: CEIL is missing", ["floor"]),
        ("ceiling", "nothing were rounded up: CEILING is missing", ["floor"]),
        ("floor", "nothing were rounded down: FLOOR is missing", ["ceil"]),
        ("abs", "the sign stayed: ABS is missing", []),
        ("lower", "capitals mattered: LOWER is missing", ["upper"]),
        ("upper", "capitals mattered: UPPER is missing", ["lower"]),
        ("trim", "blanks at the ends stayed: TRIM is missing", ["ltrim", "rtrim"]),
        ("btrim", "blanks at the ends stayed: BTRIM is missing", ["ltrim", "rtrim"]),
        ("greatest", "GREATEST is missing", ["least"]),
        ("least", "LEAST is missing", ["greatest"]),
        ("length", "LENGTH is missing", ["octet_length"]),
    ];

    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        foreach (var (name, missing, others) in Functions)
            foreach (var call in sql.FindCalls(name))
                foreach (var slip in Of(sql, call, missing, others))
                    yield return slip;
    }

    private static IEnumerable<Slip> Of(SqlShape sql, int call, string missing, string[] others)
    {
        var arguments = sql.Arguments(call);
        var whole = new Span(call, sql.Close(call + 1) + 1);
        if (arguments.Count == 0 || whole.To > sql.Count)
            yield break;
        yield return new Slip("function dropped", missing, sql.Replace(whole, $"({sql.Text(arguments[0])})"));
        if (sql.Is(call, "round") && arguments.Count == 2)
            yield return new Slip("rounding", "values were rounded to whole numbers: ROUND without its number of decimals", sql.RemovePart(arguments, 1));
        foreach (var other in others)
        {
            var asIf = $"{other.ToUpperInvariant()} stood where the question needs {sql[call].Text.ToUpperInvariant()}";
            // Only round and trunc take a number of decimals.
            yield return other is "ceil" or "floor" && arguments.Count == 2
                ? new Slip("rounding", asIf, sql.Replace(whole, $"{other}({sql.Text(arguments[0])})"))
                : new Slip(Kind(other), asIf, sql.Replace(call, other));
        }
    }

    private static string Kind(string other) => other is "trunc" or "ceil" or "floor" or "round" ? "rounding" : "function";
}
