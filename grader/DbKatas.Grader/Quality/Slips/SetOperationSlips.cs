using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>UNION for UNION ALL, and one set operation for another.</summary>
internal static class SetOperationSlips
{
    private static readonly string[] Operations = ["union", "intersect", "except"];

    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            if (!sql.IsAny(at, "union", "intersect", "except"))
                continue;
            var word = sql[at].Text.ToUpperInvariant();
            yield return sql.Is(at + 1, "all")
                ? new Slip("union, union all", $"equal rows were taken once: {word} where the question needs {word} ALL", sql.Remove(new Span(at + 1, at + 2)))
                : new Slip("union, union all", $"equal rows were kept each time: {word} ALL where the question needs {word}", sql.PutAfter(at, "all"));
            foreach (var other in Operations.Where(other => !sql.Is(at, other)))
                yield return new Slip("set operation", $"the two queries were put together otherwise: {other.ToUpperInvariant()} where the question needs {word}", sql.Replace(at, other));
        }
    }
}
