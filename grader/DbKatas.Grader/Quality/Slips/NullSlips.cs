using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>IS NULL turned round; COALESCE and NULLIF forgotten.</summary>
internal static class NullSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql) => Tests(sql).Concat(Coalesce(sql)).Concat(NullIf(sql));

    private static IEnumerable<Slip> Tests(SqlShape sql)
    {
        foreach (var at in sql.Find("is"))
        {
            var columns = sql.Names.Columns(Operands.Left(sql, at)) is { } names ? $" in {names}" : "";
            if (sql.Is(at + 1, "null"))
                yield return new Slip("is null", $"a value{columns} were asked for, and not NULL: IS NOT NULL where the question needs IS NULL", sql.PutAfter(at, "not"));
            else if (sql.Is(at + 1, "not") && sql.Is(at + 2, "null"))
                yield return new Slip("is null", $"NULL{columns} were asked for, and not a value: IS NULL where the question needs IS NOT NULL", sql.Remove(new Span(at + 1, at + 2)));
            else if (sql.IsAny(at + 1, "true", "false"))
                yield return new Slip("is null", $"the other of true and false{columns} were asked for", sql.Replace(at + 1, sql.Is(at + 1, "true") ? "false" : "true"));
        }
    }

    private static IEnumerable<Slip> Coalesce(SqlShape sql)
    {
        foreach (var call in sql.FindCalls("coalesce"))
        {
            var values = sql.Arguments(call);
            var instead = values.Count > 1 && sql.Names.Simple(values[^1]) is { } last ? $" as {last}" : "";
            if (values.Count == 2)
                yield return new Slip("coalesce", $"NULL stayed NULL and did not count{instead}: a COALESCE is missing", Unwrap(sql, call, values[0]));
            for (var i = 0; i < values.Count && values.Count > 2; i++)
                yield return new Slip("coalesce", "one of the values to fall back on were missing", sql.RemovePart(values, i));
        }
    }

    private static IEnumerable<Slip> NullIf(SqlShape sql) =>
        from call in sql.FindCalls("nullif")
        let values = sql.Arguments(call)
        where values.Count == 2
        select new Slip("nullif", $"{sql.Names.Simple(values[1]) ?? "that value"} did not become NULL: a NULLIF is missing", Unwrap(sql, call, values[0]));

    private static Edit Unwrap(SqlShape sql, int call, Span value) =>
        sql.Replace(new Span(call, sql.Close(call + 1) + 1), value.Length == 1 ? sql.Text(value) : $"({sql.Text(value)})");
}
