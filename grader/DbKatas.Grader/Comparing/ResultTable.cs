namespace DbKatas.Grader.Comparing;

/// <summary>A column of a result, by its output name and the engine's name of its type ("integer", "text").</summary>
public sealed record Column(string Name, string TypeName);

/// <summary>What a query returned, or what a table holds: columns (even when there are no rows) and rows in the order received.</summary>
/// <param name="Columns">One for each cell of a row, in output order; names may repeat.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>.</param>
/// <param name="Truncated">True when reading stopped at the row limit, so that there were more rows than these.</param>
public sealed record ResultTable(IReadOnlyList<Column> Columns, IReadOnlyList<Value[]> Rows, bool Truncated = false);
