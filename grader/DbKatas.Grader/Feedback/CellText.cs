using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>How one value is printed inside a table or a sentence.</summary>
internal static class CellText
{
    /// <summary>Longer values are cut to so many characters.</summary>
    public const int Longest = 40;

    // So much is kept of what stands before the place that matters.
    private const int Before = 12;

    private const string Cut = "…";

    /// <param name="value">The value.</param>
    /// <param name="quoted">True to quote texts that would need no quotes by themselves.</param>
    /// <param name="focus">The position that must stay in sight when the value is cut.</param>
    public static string Of(in Value value, bool quoted = false, int focus = 0)
    {
        if (value.Kind == ValueKind.Null)
        {
            return "NULL";
        }
        string text = Printed(value);
        int start = Start(text, focus);
        int end = End(text, start);
        string window = text[start..end];
        bool quote = NeedsQuotes(value) || (quoted && value.Kind == ValueKind.Text);
        return (start > 0 ? Cut : "") + (quote ? VisibleText.Quote(window) : VisibleText.Escape(window)) + (end < text.Length ? Cut : "");
    }

    public static bool NeedsQuotes(in Value value) =>
        value.Kind is ValueKind.Text or ValueKind.Other && VisibleText.NeedsQuotes(value.Text ?? "");

    /// <summary>True when the texts among the cells of one column need quotes; all get them then, so that like stands beside like.</summary>
    public static bool ColumnNeedsQuotes(IEnumerable<Value> cells)
    {
        var there = cells.Where(cell => cell.Kind != ValueKind.Null).ToList();
        bool isMixed = there.Exists(cell => cell.Kind == ValueKind.Text) && there.Exists(cell => cell.Kind != ValueKind.Text);
        return isMixed || there.Exists(cell => NeedsQuotes(cell));
    }

    /// <summary>A column's or table's name; names can hold anything too.</summary>
    public static string Name(string name) => Of(new Value(ValueKind.Text, name));

    /// <summary>A value with the name of its kind: <c>text '50.00'</c>, <c>the number 1</c>.</summary>
    public static string WithKind(in Value value) => value.Kind switch
    {
        ValueKind.Null => "NULL",
        ValueKind.Boolean => $"the boolean {Of(value)}",
        ValueKind.Number or ValueKind.Float => $"the number {Of(value)}",
        ValueKind.Text => $"text {Of(value, quoted: true)}",
        ValueKind.Instant => $"the date or time {Of(value)}",
        ValueKind.Json => $"the JSON {Of(value)}",
        ValueKind.Array => $"the array {Of(value)}",
        _ => Of(value),
    };

    public static string KindOf(in Value value) => value.Kind switch
    {
        ValueKind.Null => "NULL",
        ValueKind.Boolean => "a boolean",
        ValueKind.Number or ValueKind.Float => "a number",
        ValueKind.Text => "text",
        ValueKind.Instant => "a date or time",
        ValueKind.Json => "JSON",
        ValueKind.Array => "an array",
        _ => "a value of another type",
    };

    /// <summary>The first position at which two values print differently; 0 when one of them is null.</summary>
    public static int FirstDifference(in Value a, in Value b) =>
        a.Kind == ValueKind.Null || b.Kind == ValueKind.Null ? 0 : Printed(a).AsSpan().CommonPrefixLength(Printed(b));

    public static string Printed(in Value value) => value.Kind switch
    {
        ValueKind.Boolean => value.Text switch { "t" or "True" => "true", "f" or "False" => "false", var text => text ?? "" },
        ValueKind.Array when value.Text is null => $"{{{string.Join(",", (value.Items ?? []).Select(item => Of(item)))}}}",
        _ => value.Text ?? "",
    };

    private static int Start(string text, int focus)
    {
        if (text.Length <= Longest || focus <= Before)
        {
            return 0;
        }
        int start = Math.Min(focus - Before, text.Length - Longest);
        return char.IsLowSurrogate(text[start]) ? start + 1 : start;
    }

    private static int End(string text, int start)
    {
        int end = Math.Min(text.Length, start + Longest);
        return end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
