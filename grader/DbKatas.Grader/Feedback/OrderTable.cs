using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>The place at which the order first goes wrong: the row before it, which still fits, and the row itself.</summary>
internal static class OrderTable
{
    public static IEnumerable<string> Lines(Difference difference, OrderDifference order, Ink ink)
    {
        List<GridRow> rows = [];
        if (order.Row > 0)
        {
            rows.Add(Row(difference, order, order.Row - 1));
        }
        rows.Add(Row(difference, order, order.Row) with { Note = "yours (expected)" });
        string[] names = [.. difference.Expected.Columns.Select(column => CellText.Name(column.Name))];
        return new TextGrid(names, rows, ink).Lines();
    }

    // Only the columns to sort by are compared: in the others a tie may hold another row.
    private static GridRow Row(Difference difference, OrderDifference order, int row)
    {
        var (expected, actual) = (difference.Expected.Rows[row], difference.Actual.Rows[row]);
        var cells = actual.Select((value, column) =>
        {
            bool wrong = row == order.Row
                && order.Keys.Any(key => key.Column == column)
                && !ExactMeaning.Same(expected[column], value);
            return new GridCell(CellText.Of(value), wrong ? CellText.Of(expected[column]) : null, value.IsNumeric);
        });
        return new GridRow($"row {row + 1}", [.. cells]);
    }
}
