namespace DbKatas.Grader.Comparing;

/// <summary>
/// Compares what was expected with what came: columns by position, rows as bags and by meaning, then the order where one is asked for.
/// </summary>
/// <remarks>
/// All rows are compared, in time that grows about as their number; the columns also when there are no rows. The same input gives the
/// same difference, row by row in the same order.
/// </remarks>
public static class TableComparer
{
    /// <exception cref="RulesException">The rules do not fit the expected table: it lacks an order column, or was not read to its end.</exception>
    public static Difference Compare(ResultTable expected, ResultTable actual, ComparisonRules rules)
    {
        if (expected.Truncated)
        {
            throw new RulesException(
                $"The reference answer returns more than the {expected.Rows.Count} rows that are read. Make the kata's data smaller or its row limit higher.");
        }
        var keys = OrderComparer.Resolve(expected, rules.Order);
        if (expected.Columns.Count != actual.Columns.Count)
        {
            return new Difference(expected, actual, rules) { Columns = new ColumnDifference(ColumnFault.Number, []) };
        }
        var misplaced = ColumnComparer.Misplaced(expected, actual);
        var difference = CompareRows(expected, actual, rules);
        if (misplaced.Count > 0 && !difference.RowsAgree && AreSwapped(expected, actual, rules))
        {
            return new Difference(expected, actual, rules) { Columns = new ColumnDifference(ColumnFault.Swapped, misplaced) };
        }
        return WithNames(difference, misplaced, rules) with
        {
            Order = difference.RowsAgree && !actual.Truncated
                ? OrderComparer.Compare(expected, actual, keys, NumberTolerance.ForColumns(expected, actual, rules))
                : null,
        };
    }

    private static Difference CompareRows(ResultTable expected, ResultTable actual, ComparisonRules rules)
    {
        var tolerances = NumberTolerance.ForColumns(expected, actual, rules);
        var pool = new RowPool(expected.Rows, actual.Rows, expected.Columns.Count);
        var exact = ExactMatching.Match(pool);
        var left = LooseMatching.Match(pool, exact, tolerances);
        if (!left.OneSideIsEmpty && WholeMatching.Exists(expected.Rows, actual.Rows, left, tolerances))
        {
            left = new Leftovers([], []);
        }
        var paired = RowPairing.Pair(pool, left, tolerances);
        return new Difference(expected, actual, rules)
        {
            Changed = paired.Changed,
            Key = paired.Key,
            Missing = DuplicateCounter.Count(pool, paired.Rest.Expected, pool.Actual),
            Extra = DuplicateCounter.Count(pool, paired.Rest.Actual, pool.Expected),
            MatchingRows = expected.Rows.Count - left.Expected.Length,
            Remarks = left.Expected.Length < exact.Expected.Length ? TypeRemarks(expected, actual, exact.Expected) : [],
        };
    }

    private static bool AreSwapped(ResultTable expected, ResultTable actual, ComparisonRules rules) =>
        expected.Rows.Count == actual.Rows.Count
        && !actual.Truncated
        && ColumnComparer.InExpectedOrder(expected, actual) is { } permuted
        && CompareRows(expected, permuted, rules).RowsAgree;

    private static Difference WithNames(Difference difference, IReadOnlyList<MisplacedColumn> misplaced, ComparisonRules rules)
    {
        if (misplaced.Count == 0)
        {
            return difference;
        }
        if (rules.ColumnNamesRequired)
        {
            return difference with { Columns = new ColumnDifference(ColumnFault.Names, misplaced) };
        }
        var remarks = misplaced.Select(column => new Remark(RemarkKind.OtherColumnName, column.Position, column.Expected, column.Actual));
        return difference with { Remarks = [.. remarks, .. difference.Remarks] };
    }

    // Rows that only loose matching accepted, in columns where text was asked for and something else came.
    private static List<Remark> TypeRemarks(ResultTable expected, ResultTable actual, int[] looseRows)
    {
        var remarks = new List<Remark>();
        for (int column = 0; column < expected.Columns.Count; column++)
        {
            bool wantsText = looseRows.Any(row => expected.Rows[row][column].Kind == ValueKind.Text);
            if (wantsText && !actual.Rows.Any(row => row[column].Kind is ValueKind.Text or ValueKind.Other))
            {
                remarks.Add(new Remark(RemarkKind.PrintsAsTheText, column, expected.Columns[column].Name, actual.Columns[column].TypeName));
            }
        }
        return remarks;
    }
}
