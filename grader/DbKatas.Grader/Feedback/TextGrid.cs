namespace DbKatas.Grader.Feedback;

/// <summary>One cell: what is there and, for a changed one, what was expected.</summary>
/// <param name="Text">Printable text without colours.</param>
/// <param name="Expected">Printed in brackets beside it; null when there is nothing to say.</param>
/// <param name="ToTheRight">True to align on the right, as numbers are.</param>
internal readonly record struct GridCell(string Text, string? Expected = null, bool ToTheRight = false);

/// <summary>One line of a grid.</summary>
/// <param name="Marker">What stands before it: <c>~</c>, <c>-</c>, <c>+</c>, a row's number, or nothing.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Note">What stands after it; empty for nothing.</param>
internal sealed record GridRow(string Marker, IReadOnlyList<GridCell> Cells, string Note = "");

/// <summary>Aligned columns under their names, two spaces apart. Widths are measured before colours are added.</summary>
internal sealed class TextGrid(IReadOnlyList<string> names, IReadOnlyList<GridRow> rows, Ink ink)
{
    private const string Gap = "  ";

    private readonly int _marker = rows.Select(row => DisplayWidth.Of(row.Marker)).DefaultIfEmpty(0).Max();
    private readonly int[] _text = Widths(names, rows, cell => DisplayWidth.Of(cell.Text));
    private readonly int[] _expected = Widths(names, rows, cell => cell.Expected is { } text ? DisplayWidth.Of(text) + 3 : 0);

    public IEnumerable<string> Lines()
    {
        yield return Header();
        foreach (var row in rows)
        {
            yield return Line(row);
        }
    }

    private static int[] Widths(IReadOnlyList<string> names, IReadOnlyList<GridRow> rows, Func<GridCell, int> width) =>
        [.. Enumerable.Range(0, names.Count).Select(column => rows.Select(row => width(row.Cells[column])).DefaultIfEmpty(0).Max())];

    private int WidthOf(int column) => Math.Max(DisplayWidth.Of(names[column]), _text[column] + _expected[column]);

    private string Indent => _marker == 0 ? "" : new string(' ', _marker + 1);

    private string Header() =>
        Indent + string.Join(Gap, names.Select((name, column) => ink.Bold(name) + Padding(column, DisplayWidth.Of(name)))).TrimEnd();

    private string Line(GridRow row)
    {
        string marker = _marker == 0 ? "" : Paint(row.Marker) + new string(' ', _marker - DisplayWidth.Of(row.Marker) + 1);
        string cells = string.Join(Gap, row.Cells.Select(Cell));
        return (row.Note.Length == 0 ? marker + cells : $"{marker}{cells}     {ink.Faint(row.Note)}").TrimEnd();
    }

    private string Cell(GridCell cell, int column)
    {
        string padding = new(' ', _text[column] - DisplayWidth.Of(cell.Text));
        string text = cell.Expected is null ? Shade(cell.Text) : ink.Bad(cell.Text);
        string expected = cell.Expected is null ? "" : $" ({ink.Good(cell.Expected)})";
        string aligned = cell.ToTheRight ? padding + text : text + padding;
        int used = _text[column] + (cell.Expected is null ? 0 : DisplayWidth.Of(cell.Expected) + 3);
        return aligned + expected + Padding(column, used);
    }

    private string Padding(int column, int used) => new(' ', WidthOf(column) - used);

    private string Shade(string text) => text == "NULL" ? ink.Faint(text) : text;

    private string Paint(string marker) => marker switch
    {
        "~" => ink.Mark(marker),
        "-" => ink.Bad(marker),
        "+" => ink.Mark(marker),
        _ => ink.Faint(marker),
    };
}
