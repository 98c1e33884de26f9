namespace DbKatas.Grader.Comparing;

/// <summary>Columns by position; names without regard to case.</summary>
internal static class ColumnComparer
{
    /// <summary>The expected columns whose place has another name. Both tables must have the same number of columns.</summary>
    public static IReadOnlyList<MisplacedColumn> Misplaced(ResultTable expected, ResultTable actual)
    {
        var misplaced = new List<MisplacedColumn>();
        for (int i = 0; i < expected.Columns.Count; i++)
        {
            string name = expected.Columns[i].Name;
            if (!SameName(name, actual.Columns[i].Name))
            {
                misplaced.Add(new MisplacedColumn(i, name, actual.Columns[i].Name, Find(actual, name)));
            }
        }
        return misplaced;
    }

    /// <summary>The position of the first column of that name, or null.</summary>
    public static int? Find(ResultTable table, string name)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            if (SameName(table.Columns[i].Name, name))
            {
                return i;
            }
        }
        return null;
    }

    /// <summary>The actual table with its columns in the order of the expected names; null unless the names are the same ones, each once.</summary>
    public static ResultTable? InExpectedOrder(ResultTable expected, ResultTable actual)
    {
        int?[] order = [.. expected.Columns.Select(column => Find(actual, column.Name))];
        bool isPermutation = order.All(at => at is not null) && order.Distinct().Count() == order.Length;
        if (!isPermutation)
        {
            return null;
        }
        var rows = actual.Rows.Select(row => Array.ConvertAll(order, at => row[at!.Value])).ToList();
        return actual with { Columns = [.. order.Select(at => actual.Columns[at!.Value])], Rows = rows };
    }

    private static bool SameName(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
