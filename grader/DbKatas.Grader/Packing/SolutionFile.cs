using System.Text.RegularExpressions;

namespace DbKatas.Grader.Packing;

/// <summary>A Visual Studio solution file, as a text.</summary>
internal static partial class SolutionFile
{
    /// <summary>The same without the projects of a folder at its top, and without every line about them.</summary>
    public static string Without(string solution, string folder)
    {
        var gone = Project().Matches(solution)
            .Where(project => project.Groups["path"].Value == folder || project.Groups["path"].Value.StartsWith(folder + "\\", StringComparison.Ordinal)).ToList();
        foreach (var project in gone)
            solution = solution.Replace(project.Value, "", StringComparison.Ordinal);
        var ids = gone.Select(project => project.Groups["id"].Value).ToList();
        return string.Concat(Line().Matches(solution).Select(line => line.Value).Where(line => !ids.Any(id => line.Contains(id, StringComparison.OrdinalIgnoreCase))));
    }

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*)", "(?<id>[^"]*)"\r?\nEndProject\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Project();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Line();
}
