using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Another aggregate, COUNT(*) for COUNT of a column and the other way round, a FILTER forgotten.</summary>
internal static class AggregateSlips
{
    private const int MostColumns = 4;

    private static readonly Dictionary<string, string[]> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sum"] = ["avg", "max", "count"], ["avg"] = ["sum", "max", "min"], ["min"] = ["max"], ["max"] = ["min", "sum"], ["count"] = ["sum"],
        ["bool_or"] = ["bool_and"], ["bool_and"] = ["bool_or"], ["every"] = ["bool_or"],
    };

    public static IEnumerable<Slip> Of(SqlShape sql) => Swapped(sql).Concat(CountColumn(sql)).Concat(CountRows(sql)).Concat(Filters(sql));

    private static IEnumerable<Slip> Swapped(SqlShape sql) =>
        from needed in Others.Keys
        from call in sql.FindCalls(needed)
        where !sql.Is(call + 2, "*")
        from other in Others[needed]
        select new Slip("aggregate", $"{other.ToUpperInvariant()} stood where the question needs {needed.ToUpperInvariant()}", sql.Replace(call, other));

    private static IEnumerable<Slip> CountRows(SqlShape sql) =>
        from call in sql.FindCalls("count")
        where !sql.IsAny(call + 2, "*", "distinct")
        let column = sql.Names.Columns(new Span(call + 2, sql.Close(call + 1))) is { } name ? $" of {name}" : ""
        select new Slip("count", $"rows were counted, and not values{column}: COUNT(*) counts the row without a value too", sql.Replace(new Span(call + 2, sql.Close(call + 1)), "*"));

    private static IEnumerable<Slip> CountColumn(SqlShape sql)
    {
        foreach (var call in sql.FindCalls("count").Where(call => sql.Is(call + 2, "*")))
            foreach (var column in Columns(sql))
            {
                var name = column.Split('.')[^1];
                yield return new Slip("count", $"only rows with a value in {name} were counted: COUNT({name}) where the question needs COUNT(*)", sql.Replace(call + 2, column));
                yield return new Slip("count", $"the different values of {name} were counted: COUNT(DISTINCT {name}) where the question needs COUNT(*)", sql.Replace(call + 2, "distinct " + column));
            }
    }

    /// <summary>Columns that the text names with their table; PostgreSQL refuses those that are not at hand where they are put.</summary>
    private static IEnumerable<string> Columns(SqlShape sql) =>
        Enumerable.Range(0, sql.Count).Where(at => sql.Is(at + 1, ".") && sql[at].IsName && at + 2 < sql.Count && sql[at + 2].IsName)
            .Select(at => sql.Text(new Span(at, at + 3))).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostColumns);

    private static IEnumerable<Slip> Filters(SqlShape sql) =>
        from at in sql.Find("filter")
        where sql.Is(at + 1, "(") && sql.Is(at + 2, "where")
        let columns = sql.Names.Columns(new Span(at + 3, sql.Close(at + 1))) is { } names ? $" whatever their {names}" : ""
        select new Slip("filter", $"all rows counted{columns}: a FILTER is missing", sql.Remove(new Span(at, sql.Close(at + 1) + 1)));
}
