using DbKatas.Grader.Data;

namespace DbKatas.Grader.Feedback;

/// <summary>A dataset as statements that can be pasted and run where the kata's tables are empty.</summary>
internal static class InsertText
{
    /// <summary>With more columns nobody counts which value is which: the statement names them.</summary>
    private const int MostUnnamed = 4;

    private const int Width = 100;

    /// <returns>Each statement with its semicolon, perhaps over several lines; the planner's settings first.</returns>
    public static IReadOnlyList<string> Statements(Dataset dataset)
    {
        var filled = dataset.Tables.Where(rows => rows.Rows.Count > 0).ToList();
        // A heading with names of columns is too long to put others under it.
        var width = filled.Select(Heading).Where(heading => !heading.EndsWith(')')).Select(heading => heading.Length).DefaultIfEmpty(0).Max();
        return
        [
            .. (dataset.Plan ?? []).Where(setting => setting.StartsWith("enable_", StringComparison.Ordinal)).Select(setting => $"set {setting};"),
            .. filled.Select(rows => Statement(rows, width)),
            .. dataset.Analyzed ? ["analyze;"] : Array.Empty<string>(),
        ];
    }

    private static string Statement(TableRows rows, int width)
    {
        var columns = Given(rows.Table);
        var heading = Heading(rows);
        var drawn = columns.Any(column => rows.Table.Columns[column].IsAlwaysDrawn) ? " overriding system value" : "";
        var cells = rows.Rows.Select(row => columns.Select(column => Literal(row[column], rows.Table.Columns[column])).ToArray()).ToList();
        var short1 = $"{heading.PadRight(width)}{drawn} values {string.Join(", ", cells.Select(row => $"({string.Join(", ", row)})"))};";
        return short1.Length <= Width ? short1 : $"{heading}{drawn} values\n  {string.Join(",\n  ", Aligned(cells, rows.Table, columns))};";
    }

    private static string Heading(TableRows rows)
    {
        var table = rows.Table;
        var columns = Given(table);
        var name = table.Quoted.StartsWith("public.", StringComparison.Ordinal) ? table.Quoted["public.".Length..] : table.Quoted;
        var isPlain = columns.Length == table.Columns.Count && columns.Length <= MostUnnamed;
        return $"insert into {name}{(isPlain ? "" : $" ({string.Join(", ", columns.Select(column => table.Columns[column].Quoted))})")}";
    }

    private static int[] Given(TableShape table) => [.. Enumerable.Range(0, table.Columns.Count).Where(column => !table.Columns[column].IsGenerated)];

    private static IEnumerable<string> Aligned(List<string[]> cells, TableShape table, int[] columns)
    {
        int[] widths = [.. columns.Select((_, i) => cells.Max(row => DisplayWidth.Of(row[i])))];
        return cells.Select(row => $"({string.Join(", ", row.Select((cell, i) => Pad(cell, widths[i], IsNumber(table.Columns[columns[i]]))))})".Replace("  )", ")", StringComparison.Ordinal));
    }

    private static string Pad(string cell, int width, bool toTheRight)
    {
        var space = new string(' ', width - DisplayWidth.Of(cell));
        return toTheRight ? space + cell : cell + space;
    }

    private static string Literal(string? value, ColumnShape column) =>
        value is null ? "null"
        : column.Sort == ColumnSort.Boolean ? value is "t" or "true" ? "true" : "false"
        : IsNumber(column) && NumberValues.Parse(value) is not null ? value
        : Quoted(value);

    private static bool IsNumber(ColumnShape column) => column.Sort is ColumnSort.Integer or ColumnSort.Decimal or ColumnSort.Float;

    /// <summary>Nothing of the data reaches the terminal as it is: what can't be seen is written as an escape that PostgreSQL reads back.</summary>
    private static string Quoted(string value)
    {
        var plain = value.Replace("'", "''", StringComparison.Ordinal);
        return VisibleText.Escape(value) == value ? $"'{plain}'" : $"e'{VisibleText.Escape(plain.Replace("\\", "\\\\", StringComparison.Ordinal))}'";
    }
}
