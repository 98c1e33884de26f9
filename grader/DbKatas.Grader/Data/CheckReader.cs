using System.Text.RegularExpressions;

namespace DbKatas.Grader.Data;

/// <summary>Reads what the CHECKs of a table say of one column, as far as they are simple: comparisons with a constant, and lists of texts.</summary>
internal static partial class CheckReader
{
    /// <param name="checks">The definitions, as the server writes them: "CHECK ((ms >= 0))".</param>
    /// <param name="column">The column's name as SQL needs it.</param>
    public static IReadOnlyList<CheckBound> Bounds(IEnumerable<string> checks, string column) =>
    [
        .. Simple(checks).SelectMany(check => Comparison().Matches(check)).Where(match => match.Groups["column"].Value == column)
            .Select(match => new CheckBound(match.Groups["sign"].Value[0] == '>', match.Groups["sign"].Length == 2, match.Groups["value"].Value)),
    ];

    /// <returns>Null when no CHECK lists the column's texts.</returns>
    public static IReadOnlyList<string>? Allowed(IEnumerable<string> checks, string column) =>
        Simple(checks).SelectMany(check => OneOf().Matches(check)).FirstOrDefault(match => match.Groups["column"].Value == column) is { } list
            ? [.. Text().Matches(list.Groups["list"].Value).Select(text => text.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal))]
            : null;

    // Within OR, NOT or CASE a comparison alone says nothing.
    private static IEnumerable<string> Simple(IEnumerable<string> checks) => checks.Where(check => !Choice().IsMatch(check));

    [GeneratedRegex(@"\b(OR|NOT|CASE)\b")]
    private static partial Regex Choice();

    [GeneratedRegex("""(?<column>\w+|"[^"]+") (?<sign>>=|<=|>|<) \(?'?(?<value>-?\d[^')]*)""")]
    private static partial Regex Comparison();

    [GeneratedRegex("""(?<column>\w+|"[^"]+") = ANY \(\(?ARRAY\[(?<list>.*?)\]""")]
    private static partial Regex OneOf();

    [GeneratedRegex("'((?:[^']|'')*)'")]
    private static partial Regex Text();
}
