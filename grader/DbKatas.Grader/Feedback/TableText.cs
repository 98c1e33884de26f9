using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>A result as an aligned table for reading: NULL in plain sight, texts quoted where a quote is needed to tell.</summary>
public static class TableText
{
    private const int MostRows = 10;

    /// <param name="table">What to print.</param>
    /// <param name="ink">Colours or none.</param>
    /// <param name="rows">Print so many rows at most, then say how many there are.</param>
    /// <returns>Lines without a last line end; a table without columns gives a sentence.</returns>
    public static string Of(ResultTable table, Ink ink, int rows = MostRows)
    {
        if (table.Columns.Count == 0)
        {
            return ink.Faint($"(no columns, {Count(table)})");
        }
        string[] names = [.. table.Columns.Select(column => CellText.Name(column.Name))];
        var shown = table.Rows.Take(rows).ToList();
        bool[] quoted = [.. names.Select((_, column) => CellText.ColumnNeedsQuotes(shown.Select(row => row[column])))];
        var grid = new TextGrid(names, [.. shown.Select(row => new GridRow("", Cells(row, quoted)))], ink);
        List<string> lines = [.. grid.Lines()];
        if (table.Rows.Count > rows || table.Rows.Count == 0 || table.Truncated)
        {
            lines.Add(ink.Faint(table.Rows.Count > rows ? $"({rows} of {Count(table)})" : $"({Count(table)})"));
        }
        return string.Join('\n', lines);
    }

    private static string Count(ResultTable table) => table.Rows.Count switch
    {
        0 when !table.Truncated => "no rows",
        var count => (table.Truncated ? "more than " : "") + DifferenceSentence.Count(count, "row"),
    };

    private static GridCell[] Cells(Value[] row, bool[] quoted) =>
        [.. row.Select((value, column) => new GridCell(CellText.Of(value, quoted[column]), null, value.IsNumeric))];
}
