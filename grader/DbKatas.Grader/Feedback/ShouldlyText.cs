using System.Text.RegularExpressions;

namespace DbKatas.Grader.Feedback;

/// <summary>Takes from Shouldly's messages what helps nobody who did not write the check.</summary>
internal static partial class ShouldlyText
{
    private const string Difference = "difference";

    /// <param name="lines">The message: the checked expression, "should be", what was expected, "but was", what came.</param>
    /// <param name="check">The name of the check's method, with its arguments if it has any.</param>
    public static List<string> Facts(IReadOnlyList<string> lines, string check)
    {
        var facts = lines.ToList();
        // What fits into a line has been shown already; of longer texts the difference alone is readable.
        var at = facts.FindIndex(line => line.Trim() == Difference);
        if (at >= 0 && facts.Take(at).All(line => line.Length < VerdictText.Width))
            facts.RemoveRange(at, facts.Count - at);
        if (facts.Count > 0)
            facts[0] = Expression(facts[0], check.Split('(')[0]);
        // "60d" is a double in C#, and sixty days to everybody else.
        for (var i = 1; i < facts.Count; i++)
            facts[i] = Suffix().Replace(facts[i], "$1");
        return [.. facts.Select(line => EmptyListsType().Replace(line, "[]").Replace(" (case sensitive comparison)", "", StringComparison.Ordinal))];
    }

    /// <summary>Shouldly takes the expression from the source's line, where the method's own head may stand before it.</summary>
    private static string Expression(string line, string method)
    {
        var at = line.IndexOf(method, StringComparison.Ordinal);
        if (method.Length > 0 && at > 0 && Declaration().IsMatch(line[..at]))
            line = Parameters().Replace(line[(at + method.Length)..], "");
        return AwaitedTask().Replace(line, "$1");
    }

    [GeneratedRegex(@"^\s*public\b.*\s$")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(\([^)]*\))?\s*(=>)?\s*(await )?")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^Task `(.*)`$")]
    private static partial Regex AwaitedTask();

    [GeneratedRegex(@"\[\] \([A-Z<][\w.+`<>]*(\[.*\])?\)")]
    private static partial Regex EmptyListsType();

    [GeneratedRegex(@"(?<![\w""'.])(-?\d+(\.\d+)?)[dmfL]\b")]
    private static partial Regex Suffix();
}
