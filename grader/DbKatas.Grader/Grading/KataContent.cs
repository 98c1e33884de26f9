using System.Globalization;
using System.Text;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>All that a kata's data are made from, as one text.</summary>
internal static class KataContent
{
    /// <param name="kata">Its domain, kind, rules and limits are part of the text.</param>
    /// <param name="others">What else the data are made from: the seed, the reference, the server.</param>
    /// <returns>The same text for the same parts, and another one for any other parts: each stands behind its length.</returns>
    public static string Of(Kata kata, params string?[] others)
    {
        string?[] parts = [.. others, kata.Domain.Source, $"{(int)kata.Kind}", .. Rules(kata.Rules), $"{kata.Limits.Seconds} s", $"{kata.Limits.Rows} rows"];
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");
        return text.ToString();
    }

    private static IEnumerable<string?> Rules(ComparisonRules rules) =>
    [
        $"{rules.Order.Count} keys", .. rules.Order.Select(key => (key.Descending ? "desc " : "asc ") + key.Column),
        rules.ColumnNamesRequired ? "names" : "any names", rules.Tolerance?.ToString(CultureInfo.InvariantCulture),
        $"{rules.Sets?.Count ?? -1} sets", .. rules.Sets ?? [],
    ];
}
