using System.Globalization;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using Npgsql;

namespace DbKatas.Grader.Feedback;

/// <summary>Rows on which an answer in SQL goes wrong: statements to run, and both results side by side.</summary>
internal static class RowCounterexampleText
{
    private const int MostRows = 10;
    private const string TimeOver = "it was still running when its time was over";

    /// <summary>False where what is wrong can be seen without data: the number of columns, their names, a whole table.</summary>
    public static bool IsWorthShowing(RowCounterexample example) => example.Trial.Differences.Count == 0 || example.Trial.Differences.Any(d =>
        d.Difference is { Columns: null or { Fault: ColumnFault.Swapped } } difference && !difference.IsEqual);

    /// <summary>What happens there, as a sentence.</summary>
    public static string Sentence(RowCounterexample example) => example.Trial.Run.Failure is { } failure
        ? IsTimeout(failure) ? $"There {TimeOver}." : $"There PostgreSQL refuses it: {failure.Message}."
        : DifferenceText.Sentence(example.Trial.Differences[0].Difference!).Split('\n')[0];

    public static IEnumerable<string> Lines(RowCounterexample example, Ink ink)
    {
        foreach (var line in InsertText.Statements(example.Trial.Dataset).SelectMany(statement => statement.Split('\n')))
            yield return "  " + line;
        if (example.Trial.Run.Failure is { } failure)
        {
            var (name, table) = example.Trial.Expected.Tables.First();
            foreach (var line in Side("expected", name == Expectation.Result ? table : ByKey(table), ink))
                yield return line;
            yield return $"{"yours",-8}  {ink.Bad("did not run:")} {(IsTimeout(failure) ? TimeOver : Printable.Text(failure.Message))}";
            yield break;
        }
        foreach (var difference in example.Trial.Differences)
            foreach (var line in Sides(difference, ink))
                yield return line;
    }

    private static bool IsTimeout(SqlFailure failure) => failure.SqlState == PostgresErrorCodes.QueryCanceled;

    private static string[] Sides(TableDifference difference, Ink ink)
    {
        var heading = difference.Table is not { } table ? Array.Empty<string>() : [difference.Fault switch
        {
            TableFault.Missing => DifferenceText.MissingTable(table),
            TableFault.Extra => DifferenceText.ExtraTable(table),
            _ => $"table {VisibleText.Escape(table)}:",
        }];
        if (difference.Difference is not { } both)
            return heading;
        return [.. heading, .. Sides(difference.Table is null ? both : both with { Expected = ByKey(both.Expected), Actual = ByKey(both.Actual) }, ink)];
    }

    private static IEnumerable<string> Sides(Difference both, Ink ink)
    {
        // One grid when both have the same columns, so that cells stand under each other.
        var sameColumns = both.Expected.Columns.Count == both.Actual.Columns.Count;
        if (sameColumns && both.ExpectedRows > 0 && both.ActualRows > 0)
            return Grid(both.Expected, [("expected", both.Expected), ("yours", both.Actual)], ink);
        string[] expected = [.. Side("expected", both.Expected, ink)];
        string[] yours = [.. Side("yours", both.Actual, ink)];
        // The names stand above both sides, also where one of them has no rows.
        return sameColumns && both.ActualRows > 0 ? [yours[0], .. expected, .. yours[1..]] : [.. expected, .. yours];
    }

    /// <summary>What a table holds has no order: the columns from left to right give one, and keys stand at the left.</summary>
    private static ResultTable ByKey(ResultTable table) =>
        table with { Rows = [.. Enumerable.Range(0, table.Columns.Count).Aggregate(table.Rows.OrderBy(_ => 0), (rows, column) => rows.ThenBy(row => Number(row[column])).ThenBy(row => row[column].Text, StringComparer.Ordinal))] };

    private static decimal? Number(Value cell) =>
        cell.IsNumeric && decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> Side(string side, ResultTable table, Ink ink) =>
        table.Rows.Count == 0 ? [$"{ink.Faint($"{side,-8}")}  no rows"] : Grid(table, [(side, table)], ink);

    private static IEnumerable<string> Grid(ResultTable names, IReadOnlyList<(string Side, ResultTable Table)> sides, Ink ink)
    {
        bool[] quoted = [.. names.Columns.Select((_, column) => IsMixed(sides.SelectMany(side => side.Table.Rows.Take(MostRows)).Select(row => row[column]).ToList()))];
        return new TextGrid([.. names.Columns.Select(column => CellText.Name(column.Name))], [.. sides.SelectMany(side => Rows(side.Side, side.Table, quoted))], ink).Lines();
    }

    // Where text stands beside something else, quotes tell which is which.
    private static bool IsMixed(List<Value> cells) =>
        cells.Any(cell => cell.Kind == ValueKind.Text) && cells.Any(cell => cell.Kind is not (ValueKind.Text or ValueKind.Null));

    private static IEnumerable<GridRow> Rows(string side, ResultTable table, bool[] quoted) => table.Rows.Take(MostRows).Select((row, i) => new GridRow(
        i == 0 ? $"{side,-8} " : "", [.. row.Select((cell, column) => new GridCell(CellText.Of(cell, quoted[column]), null, cell.IsNumeric))],
        i == MostRows - 1 && table.Rows.Count > MostRows ? $"and {DifferenceSentence.Count(table.Rows.Count - MostRows, "row")} more" : ""));
}
