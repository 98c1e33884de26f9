using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>BETWEEN without one of its ends, or turned round.</summary>
internal static class RangeSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        foreach (var at in sql.Find("between").Where(at => !sql.IsAny(at - 1, "rows", "range", "groups")))
        {
            var isNegated = sql.Is(at - 1, "not");
            yield return isNegated
                ? new Slip("between", "the inside of a range were asked for, not the outside", sql.Remove(new Span(at - 1, at)))
                : new Slip("between", "the outside of a range were asked for, not the inside", sql.PutBefore(at, "not"));
            var and = Enumerable.Range(at, sql.Count - at).FirstOrDefault(i => sql.Is(i, "and") && sql[i].Depth == sql[at].Depth);
            if (and == 0)
                continue;
            foreach (var slip in Ends(sql, at, and, isNegated))
                yield return slip;
        }
    }

    private static IEnumerable<Slip> Ends(SqlShape sql, int between, int and, bool isNegated)
    {
        var value = Operands.Left(sql, isNegated ? between - 1 : between);
        var (low, high) = (new Span(between + 1, and), Operands.Right(sql, and));
        var whole = new Span(value.From, high.To);
        string Range(string above, string below) =>
            $"{(isNegated ? "not " : "")}({sql.Text(value)} {above} {sql.Text(low)} and {sql.Text(value)} {below} {sql.Text(high)})";
        yield return new Slip("between", End("lower", low), sql.Replace(whole, Range(">", "<=")));
        yield return new Slip("between", End("upper", high), sql.Replace(whole, Range(">=", "<")));
        yield return new Slip("between", "a range had no lower end", sql.Replace(whole, $"{(isNegated ? "not " : "")}({sql.Text(value)} <= {sql.Text(high)})"));
        yield return new Slip("between", "a range had no upper end", sql.Replace(whole, $"{(isNegated ? "not " : "")}({sql.Text(value)} >= {sql.Text(low)})"));

        string End(string which, Span end) =>
            $"the {which} end of a range did not belong to it{(sql.Names.Simple(end) is { } limit ? $": {limit} itself counts" : "")}";
    }
}
