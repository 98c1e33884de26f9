using System.Text.RegularExpressions;

namespace DbKatas.Grader.Data;

/// <summary>The columns that a reference answer groups by and those that it adds up, by name: where its groups go wrong.</summary>
/// <param name="Grouped">Names in GROUP BY and PARTITION BY.</param>
/// <param name="Summed">Names within sum and avg.</param>
internal sealed partial record ReferenceNames(IReadOnlySet<string> Grouped, IReadOnlySet<string> Summed)
{
    public static ReferenceNames Of(string sql) => new(Names(Groups().Matches(sql)), Names(Sums().Matches(sql)));

    private static HashSet<string> Names(MatchCollection places) =>
        [.. places.SelectMany(place => Name().Matches(place.Groups[1].Value)).Select(name => name.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\b(?:group|partition)\s+by\s+([\w.]+(?:\s*,\s*[\w.]+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Groups();

    [GeneratedRegex(@"\b(?:sum|avg)\s*\(([^()]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Sums();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();
}
