namespace DbKatas.Grader.Comparing;

/// <summary>Checks the order of two tables whose bags of rows agree.</summary>
internal static class OrderComparer
{
    /// <summary>The keys with their columns' positions.</summary>
    /// <exception cref="RulesException">The expected result has no such column.</exception>
    public static IReadOnlyList<(OrderKey Key, int Column)> Resolve(ResultTable expected, IReadOnlyList<OrderKey> order) =>
        [.. order.Select(key => (key, ColumnComparer.Find(expected, key.Column) ?? throw Unknown(expected, key)))];

    /// <summary>
    /// The expected rows are in the right order, so the order keys of the actual rows must run through the same values. Rows that tie on
    /// all keys may fall either way.
    /// </summary>
    public static OrderDifference? Compare(
        ResultTable expected, ResultTable actual, IReadOnlyList<(OrderKey Key, int Column)> keys, NumberTolerance[] tolerances)
    {
        for (int row = 0; row < expected.Rows.Count; row++)
        {
            foreach (var (_, column) in keys)
            {
                if (!LooseMeaning.Same(expected.Rows[row][column], actual.Rows[row][column], tolerances[column]))
                {
                    return new OrderDifference(row, keys);
                }
            }
        }
        return null;
    }

    private static RulesException Unknown(ResultTable expected, OrderKey key) => new(
        $"""
        "order" names the column "{key.Column}", but the reference answer returns {string.Join(", ", expected.Columns.Select(c => c.Name))}. Name one of those.
        """);
}
