using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>The first sentence on a difference: what kind it is, with counts.</summary>
internal static class DifferenceSentence
{
    private const int MostNames = 10;

    public static string Of(Difference difference, DifferenceWording wording)
    {
        if (difference.Columns is { Fault: not ColumnFault.Names } columns)
        {
            return wording.Sentence(columns.Fault == ColumnFault.Number ? Number(difference, wording) : Swapped(difference, columns, wording));
        }
        string[] sentences = [.. Names(difference), .. difference is { RowsAgree: true, Truncated: false } ? [] : new[] { Rows(difference, wording) }];
        if (difference.Order is { } order)
        {
            sentences = [.. sentences, Order(order, wording)];
        }
        return wording.Sentence(string.Join("\n", sentences));
    }

    /// <summary>"1 row", "41 rows".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Number(Difference difference, DifferenceWording wording)
    {
        string asked = wording.Table is null
            ? $"the question asks for {difference.Expected.Columns.Count}"
            : $"{difference.Expected.Columns.Count} are expected";
        return $"""
            {wording.Returns} {Count(difference.Actual.Columns.Count, "column")}, {asked}: {List(difference.Expected)}.
            Yours: {(difference.Actual.Columns.Count == 0 ? "none" : List(difference.Actual))}.
            """;
    }

    private static string Swapped(Difference difference, ColumnDifference columns, DifferenceWording wording)
    {
        string what = columns.Misplaced.Count == 2
            ? $"columns {columns.Misplaced[0].Position + 1} and {columns.Misplaced[1].Position + 1} are swapped{wording.End}"
            : $"the columns come in another order{wording.End}";
        return $"""
            Right rows, but {what}
            Expected: {List(difference.Expected)}.
            Yours:    {List(difference.Actual)}.
            """;
    }

    private static IEnumerable<string> Names(Difference difference) =>
        (difference.Columns?.Misplaced ?? []).Take(MostNames).Select(column =>
            $"Column {column.Position + 1} should be called {Name(column.Expected)}, yours is called {Name(column.Actual)}"
            + (column.FoundAt is { } at ? $" (your column {at + 1} is called {Name(column.Expected)})." : "."));

    private static string Rows(Difference difference, DifferenceWording wording)
    {
        if (difference.Truncated)
        {
            return $"{wording.Returns} more than {Count(difference.ActualRows, "row")}, {Expected(difference)}{wording.End}";
        }
        if (difference.ActualRows == 0 || difference.ExpectedRows == 0)
        {
            string returned = difference.ActualRows == 0 ? "no rows" : Count(difference.ActualRows, "row");
            return $"{wording.Returns} {returned}, {Expected(difference)}{wording.End}";
        }
        return Duplicates(difference, wording) ?? Counts(difference) + wording.End;
    }

    private static string Expected(Difference difference) => difference.ExpectedRows switch
    {
        0 => "none is expected",
        1 => "1 is expected",
        var rows => $"{rows} are expected",
    };

    private static string? Duplicates(Difference difference, DifferenceWording wording)
    {
        if (difference.Changed.Count > 0 || !difference.Missing.Concat(difference.Extra).All(row => row.Matched > 0))
        {
            return null;
        }
        string counts = Counts(difference) + wording.End;
        return (difference.MissingRows, difference.ExtraRows) switch
        {
            ( > 0, 0) => $"Right rows, but some do not come often enough: {counts}",
            (0, > 0) => $"Right rows, but some come too often: {counts}",
            _ => $"Right rows, but not each as often as it should: {counts}",
        };
    }

    private static string Counts(Difference difference)
    {
        var parts = new List<string>();
        if (difference.Changed.Count > 0)
        {
            parts.Add(Changed(difference));
        }
        if (difference.MissingRows > 0)
        {
            parts.Add($"{Count(difference.MissingRows, "row")} missing");
        }
        if (difference.ExtraRows > 0)
        {
            parts.Add($"{Count(difference.ExtraRows, "row")} extra");
        }
        bool mentionsOrder = difference.Rules.Order.Count == 0 && parts.Count > 1;
        return string.Join(", ", parts) + (mentionsOrder ? " (order ignored)" : "");
    }

    private static string Changed(Difference difference) => difference switch
    {
        { ExpectedRows: 1 } => "The row differs",
        { Changed.Count: 1 } => $"1 of {difference.ExpectedRows} rows differs",
        _ => $"{difference.Changed.Count} of {difference.ExpectedRows} rows differ",
    };

    private static string Order(OrderDifference order, DifferenceWording wording)
    {
        var keys = order.Keys.Select(key => Name(key.Key.Column) + (key.Key.Descending ? " descending" : ""));
        return $"Right rows, wrong order: row {order.Row + 1} is the first out of place{wording.End} Sort by {string.Join(", then ", keys)}.";
    }

    private static string List(ResultTable table) => string.Join(", ", table.Columns.Select(column => Name(column.Name)));

    private static string Name(string name) => CellText.Name(name);
}
