using System.Text.RegularExpressions;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// A SQL file cut into sections by comment lines of the form <c>-- word: what it is about</c>. Comment lines of any other form are comments.
/// </summary>
internal static partial class HeadedScript
{
    /// <param name="path">The file, part of a kata.</param>
    /// <param name="words">The words that make a comment line a heading.</param>
    /// <exception cref="TroubleException">The file can't be read, or a statement stands before the first heading.</exception>
    public static IReadOnlyList<ScriptSection> Read(string path, IReadOnlyList<string> words)
    {
        string text;
        try
        {
            text = TextFile.Read(path);
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException($"The kata itself is at fault: {TextFile.Shown(path)} {unreadable.Message}", unreadable);
        }
        var headings = CommentLine().Matches(text).Where(line => words.Contains(line.Groups[1].Value)).ToList();
        var before = SqlScript.Split(headings.Count > 0 ? text[..headings[0].Index] : text);
        if (before.Count > 0 || headings.Count == 0)
            throw Fault(path, 1, $"holds {(headings.Count == 0 ? "no heading" : "statements before its first heading")}. A heading is a comment line: -- {string.Join(": …, -- ", words)}: …");
        return [.. headings.Select((heading, i) => Section(text, heading, i + 1 < headings.Count ? headings[i + 1].Index : text.Length))];
    }

    /// <summary>A fault of the kata's own file, told with its line.</summary>
    public static TroubleException Fault(string path, int line, string predicate) =>
        new($"The kata itself is at fault: {TextFile.Shown(path)}, line {line}, {predicate}");

    private static ScriptSection Section(string text, Match heading, int end)
    {
        var start = heading.Index + heading.Length;
        var statements = SqlScript.Split(text[start..end]).Select(statement => statement with { Start = statement.Start + start });
        var line = text.AsSpan(0, heading.Index).Count('\n') + 1;
        return new ScriptSection(heading.Groups[1].Value, heading.Groups[2].Value.Trim(), heading.Groups[3].Value.Trim(), line, [.. statements]);
    }

    [GeneratedRegex(@"^--[ \t]*([a-z]+)\b([^:\r\n]*)(?::([^\r\n]*))?", RegexOptions.Multiline)]
    private static partial Regex CommentLine();
}

/// <param name="Word">The heading's first word.</param>
/// <param name="Argument">What stands between it and the colon: "23503" of "-- refuse 23503: …".</param>
/// <param name="Title">What stands after the colon.</param>
/// <param name="Line">The heading's line, from 1.</param>
/// <param name="Statements">Up to the next heading.</param>
internal sealed record ScriptSection(string Word, string Argument, string Title, int Line, IReadOnlyList<SqlStatement> Statements);
