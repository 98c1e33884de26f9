using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>The rows of a difference as an aligned table: changed, missing, extra, at most ten of them.</summary>
internal sealed class DifferenceTable
{
    public const int MostRows = 10;

    // A wider table is reduced to the columns that matter, when rows are paired.
    private const int MostColumns = 8;

    private readonly Difference _difference;
    private readonly int[] _columns;
    private readonly bool[] _quoted;
    private readonly ChangedRow[] _changed;
    private readonly CountedRow[] _missing;
    private readonly CountedRow[] _extra;

    public DifferenceTable(Difference difference)
    {
        _difference = difference;
        var (changed, missing, extra) = Shares(difference);
        _changed = [.. difference.Changed.Take(changed)];
        _missing = [.. difference.Missing.Take(missing)];
        _extra = [.. difference.Extra.Take(extra)];
        _columns = Columns();
        _quoted = [.. Enumerable.Range(0, difference.Expected.Columns.Count).Select(NeedsQuotes)];
    }

    /// <summary>The rows that are shown, as (expected, actual); the side that a row does not have is null.</summary>
    public IEnumerable<(Value[]? Expected, Value[]? Actual)> Shown =>
        [
            .. _changed.Select(row => ((Value[]?)row.Expected, (Value[]?)row.Actual)),
            .. _missing.Select(row => ((Value[]?)row.Cells, (Value[]?)null)),
            .. _extra.Select(row => ((Value[]?)null, (Value[]?)row.Cells)),
        ];

    public IEnumerable<string> Lines(Ink ink)
    {
        GridRow[] rows =
        [
            .. _changed.Select((row, i) => new GridRow("~", ChangedCells(row), i == _changed.Length - 1 ? "yours (expected)" : "")),
            .. _missing.Select((row, i) => new GridRow("-", PlainCells(row.Cells), Note(row, "missing", i == _missing.Length - 1, isMissing: true))),
            .. _extra.Select((row, i) => new GridRow("+", PlainCells(row.Cells), Note(row, "extra", i == _extra.Length - 1, isMissing: false))),
        ];
        string[] names = [.. _columns.Select(column => CellText.Name(_difference.Expected.Columns[column].Name))];
        return new TextGrid(names, rows, ink).Lines();
    }

    /// <summary>What the table leaves out, as a sentence; null when nothing.</summary>
    public string? LeftOut()
    {
        int distinct = _difference.Changed.Count + _difference.Missing.Count + _difference.Extra.Count;
        int shown = _changed.Length + _missing.Length + _extra.Length;
        int columns = _difference.Expected.Columns.Count - _columns.Length;
        string rows = distinct > shown ? $"{shown} of the {distinct} different rows are shown." : "";
        string hidden = columns > 0 ? $"{DifferenceSentence.Count(columns, "column")} in which these rows agree {(columns == 1 ? "is" : "are")} left out." : "";
        string both = $"{rows} {hidden}".Trim();
        return both.Length > 0 ? both : null;
    }

    // Each sort of row gets its part of the ten; what one does not need, the others take.
    private static (int Changed, int Missing, int Extra) Shares(Difference difference)
    {
        int[] there = [difference.Changed.Count, difference.Missing.Count, difference.Extra.Count];
        int[] shares = [0, 0, 0];
        for (int given = 0, turn = 0; given < Math.Min(MostRows, there.Sum()); turn = (turn + 1) % 3)
        {
            if (shares[turn] < there[turn])
            {
                shares[turn]++;
                given++;
            }
        }
        return (shares[0], shares[1], shares[2]);
    }

    private int[] Columns()
    {
        int all = _difference.Expected.Columns.Count;
        bool onlyChanged = _missing.Length == 0 && _extra.Length == 0;
        return all <= MostColumns || !onlyChanged
            ? [.. Enumerable.Range(0, all)]
            : [.. _difference.Key.Concat(_changed.SelectMany(row => row.Cells)).Distinct().Order()];
    }

    private bool NeedsQuotes(int column) => CellText.ColumnNeedsQuotes(
        Shown.SelectMany(row => new[] { row.Expected, row.Actual }).OfType<Value[]>().Select(row => row[column]));

    private GridCell[] ChangedCells(ChangedRow row) =>
        [.. _columns.Select(column => row.Cells.Contains(column) ? Changed(row, column) : Plain(row.Actual[column], column))];

    private GridCell[] PlainCells(Value[] row) => [.. _columns.Select(column => Plain(row[column], column))];

    private GridCell Changed(ChangedRow row, int column)
    {
        var (expected, actual) = (row.Expected[column], row.Actual[column]);
        int focus = CellText.FirstDifference(expected, actual);
        return new GridCell(
            CellText.Of(actual, _quoted[column], focus), CellText.Of(expected, _quoted[column], focus), actual.IsNumeric || expected.IsNumeric);
    }

    private GridCell Plain(in Value value, int column) => new(CellText.Of(value, _quoted[column]), null, value.IsNumeric);

    private static string Note(CountedRow row, string legend, bool last, bool isMissing)
    {
        int all = row.Matched + row.Count;
        string count = (row.Matched, row.Count) switch
        {
            (0, 1) => "",
            (0, _) => $"×{row.Count}",
            _ when isMissing => $"×{row.Matched} (×{all})",
            _ => $"×{all} (×{row.Matched})",
        };
        return count.Length == 0 ? (last ? legend : "") : $"{count} {legend}";
    }
}
