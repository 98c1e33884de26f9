using System.Text.RegularExpressions;

namespace DbKatas.Tests.Cli;

/// <summary>The commands that README.md tells people to type: lines of its code blocks, and what stands between backquotes.</summary>
internal static partial class ReadmeCommands
{
    private static readonly string[] Programs = ["./kata", "kata", "dotnet", "docker", "npm", "git"];

    public static IReadOnlyList<string> Read(string markdown)
    {
        var commands = new List<string>();
        var inBlock = false;
        foreach (var line in markdown.Split('\n'))
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                inBlock = !inBlock;
            else
                commands.AddRange(inBlock ? [line] : Quoted().Matches(line).Select(match => match.Groups["text"].Value));
        return [.. commands.Select(WithoutComment).Where(IsCommand).Distinct()];
    }

    /// <summary>Words as a shell would make them of a line with nothing but double quotes in it.</summary>
    public static string[] Words(string command) => [.. Word().Matches(command).Select(match => match.Value.Replace("\"", ""))];

    private static string WithoutComment(string line) => line.Split("  #")[0].Trim();

    /// <summary>A program alone is its name, not something to type; variables before it are its own.</summary>
    private static bool IsCommand(string text) =>
        Words(text).SkipWhile(word => word.Contains('=') && !word.StartsWith("--", StringComparison.Ordinal)).ToList() is [var program, _, ..] && Programs.Contains(program);

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("""("[^"]*"|[^\s"])+""")]
    private static partial Regex Word();
}
