using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Another window function; PARTITION BY forgotten or with a column less.</summary>
internal static class WindowSlips
{
    private static readonly (string Needed, string[] Others)[] Functions =
    [
        ("row_number", ["rank", "dense_rank"]), ("rank", ["row_number", "dense_rank"]), ("dense_rank", ["row_number", "rank"]),
        ("lag", ["lead"]), ("lead", ["lag"]), ("first_value", ["last_value"]), ("last_value", ["first_value"]),
        ("percent_rank", ["cume_dist"]), ("cume_dist", ["percent_rank"]),
    ];

    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["row_number"] = "equal rows had different numbers", ["rank"] = "equal rows shared a number and the next numbers were left out",
        ["dense_rank"] = "equal rows shared a number and no number were left out", ["lag"] = "the row before were looked at, and not the one after",
        ["lead"] = "the row after were looked at, and not the one before", ["first_value"] = "the first value of the window were taken, and not the last",
        ["last_value"] = "the last value of the window were taken, and not the first", ["percent_rank"] = "the share of rows before were taken",
        ["cume_dist"] = "the share of rows up to the row itself were taken",
    };

    public static IEnumerable<Slip> Of(SqlShape sql) => Swapped(sql).Concat(Offsets(sql)).Concat(Partitions(sql));

    private static IEnumerable<Slip> Swapped(SqlShape sql) =>
        from function in Functions
        from call in sql.FindCalls(function.Needed)
        from other in function.Others
        select new Slip("window function", $"{Meanings[other]}: {other.ToUpperInvariant()} where the question needs {function.Needed.ToUpperInvariant()}", sql.Replace(call, other));

    /// <summary>LAG and LEAD one row further, and without their value for where there is no row.</summary>
    private static IEnumerable<Slip> Offsets(SqlShape sql)
    {
        foreach (var call in sql.FindCalls("lag").Concat(sql.FindCalls("lead")))
        {
            var arguments = sql.Arguments(call);
            if (arguments.Count == 1)
                yield return new Slip("window function", "the row two steps away were looked at, and not the next one", sql.PutAfter(arguments[0].To - 1, ", 2"));
            if (arguments.Count == 3)
                yield return new Slip("window function", "there were NULL where there is no such row", sql.RemovePart(arguments, 2));
        }
    }

    private static IEnumerable<Slip> Partitions(SqlShape sql)
    {
        foreach (var clause in sql.Clauses.Where(clause => clause.Kind == ClauseKind.PartitionBy && clause.Body.Length > 0))
        {
            var columns = sql.Split(clause.Body, ",");
            for (var i = 0; i < columns.Count && columns.Count > 1; i++)
                yield return new Slip("partition by", $"the window did not begin anew for each {sql.Names.Columns(columns[i]) ?? "part"}: it is missing in PARTITION BY", sql.RemovePart(columns, i));
            var all = sql.Names.Columns(clause.Body) is { } names ? $" for each {names}" : "";
            yield return new Slip("partition by", $"all rows were one window that did not begin anew{all}: PARTITION BY is missing", sql.Remove(clause.Whole));
        }
    }
}
