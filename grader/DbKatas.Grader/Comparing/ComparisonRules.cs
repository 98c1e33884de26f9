namespace DbKatas.Grader.Comparing;

/// <summary>One column that the prompt asks to sort by.</summary>
public sealed record OrderKey(string Column, bool Descending = false);

/// <summary>What a kata asks of a result beyond its bag of rows.</summary>
/// <param name="Order">The columns that must come in order, most significant first; empty when any order will do.</param>
/// <param name="ColumnNamesRequired">True when a different column name is a fault; otherwise it is a remark.</param>
/// <param name="Tolerance">Absolute tolerance between numbers; null for the default, a relative 1e-12 that only floats and long divisions need.</param>
/// <param name="Sets">The paths of a document's arrays whose items may come in any order, as in "tags" or "items.tags"; null for none.</param>
public sealed record ComparisonRules(
    IReadOnlyList<OrderKey> Order, bool ColumnNamesRequired = false, decimal? Tolerance = null, IReadOnlyList<string>? Sets = null)
{
    public static readonly ComparisonRules Bag = new([]);
}
