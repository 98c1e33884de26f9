using DbKatas.Grader.Comparing;

namespace DbKatas.Tests.Comparing;

/// <summary>Short forms for comparing in tests.</summary>
internal static class Comparison
{
    public static Difference Compare(ResultTable expected, ResultTable actual, ComparisonRules? rules = null) =>
        TableComparer.Compare(expected, actual, rules ?? ComparisonRules.Bag);

    /// <summary>Whether two values in tables of one cell count as equal.</summary>
    public static bool Accepts(object? expected, object? actual, decimal? tolerance = null) =>
        Compare(A.Table("v").Row(expected), A.Table("v").Row(actual), ComparisonRules.Bag with { Tolerance = tolerance }).IsEqual;

    public static ComparisonRules OrderBy(params string[] columns) => new([.. columns.Select(column => new OrderKey(column))]);
}
