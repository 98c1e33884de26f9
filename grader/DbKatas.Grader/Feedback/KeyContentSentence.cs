using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>The first sentence on what a key holds, with the words of its type.</summary>
internal static class KeyContentSentence
{
    public static string Of(string type, Difference content)
    {
        if (content.Truncated)
            return $"it holds more than {Count(content.ActualRows, type)}; {(content.ExpectedRows == 1 ? "1 is" : $"{content.ExpectedRows} are")} expected.";
        if (content is { ExpectedRows: 1, ActualRows: 1 } && type is KeyTypes.Text or KeyTypes.HyperLogLog)
            return Single(type, content);
        if (type == KeyTypes.List && IsReordered(content))
            return $"it holds the right {Noun(type, 2)} in another order.";
        var parts = new List<string>();
        if (content.Changed.Count > 0)
            parts.Add($"{Count(content.Changed.Count, type)} {(content.Changed.Count == 1 ? "differs" : "differ")}");
        if (content.MissingRows > 0)
            parts.Add($"{Count(content.MissingRows, type)} missing");
        if (content.ExtraRows > 0)
            parts.Add($"{Count(content.ExtraRows, type)} extra");
        return string.Join(", ", parts) + ".";
    }

    public static string Others(string type, int count) => count == 1 ? $"The other {Noun(type, 1)} matches." : $"The other {Count(count, type)} match.";

    private static string Single(string type, Difference content)
    {
        var (expected, actual) = (content.Expected.Rows[0][0], content.Actual.Rows[0][0]);
        if (type == KeyTypes.HyperLogLog)
            return $"it should count about {CellText.Of(expected)} different members; yours counts about {CellText.Of(actual)}.";
        var focus = CellText.FirstDifference(expected, actual);
        return $"it should hold {CellText.Of(expected, quoted: true, focus)}; yours holds {CellText.Of(actual, quoted: true, focus)}.";
    }

    private static bool IsReordered(Difference content)
    {
        var item = content.Expected.Columns.Count - 1;
        return content.ExpectedRows == content.ActualRows
            && content.Expected.Rows.Select(row => row[item].Text).Order(StringComparer.Ordinal)
                .SequenceEqual(content.Actual.Rows.Select(row => row[item].Text).Order(StringComparer.Ordinal));
    }

    private static string Count(int count, string type) => $"{count} {Noun(type, count)}";

    private static string Noun(string type, int count)
    {
        var (one, more) = type switch
        {
            KeyTypes.Hash => ("field", "fields"),
            KeyTypes.List => ("item", "items"),
            KeyTypes.Stream => ("entry", "entries"),
            KeyTypes.Bitmap => ("bit", "bits"),
            KeyTypes.Places => ("place", "places"),
            _ => ("member", "members"),
        };
        return count == 1 ? one : more;
    }
}
