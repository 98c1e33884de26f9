using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Authoring;

/// <summary>What an author has not written yet: lines of a new kata's files that bear a mark of their own. (A stub's plain TODO is the learner's.)</summary>
/// <param name="File">The file's full path.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">What is to be written there.</param>
internal sealed record AuthorTodo(string File, int Line, string What)
{
    public const string Mark = "TODO(author):";

    /// <summary>All that are left in a kata and its solution, file by file.</summary>
    public static IReadOnlyList<AuthorTodo> In(params string[] folders) =>
        [.. folders.Where(Directory.Exists).SelectMany(Files).SelectMany(Of)];

    /// <summary>Those of one file; none when it can't be read, which others tell.</summary>
    public static IReadOnlyList<AuthorTodo> Of(string file)
    {
        try
        {
            return [.. TextFile.Read(file).Split('\n').Select((line, i) => (line, i)).Where(pair => pair.line.Contains(Mark, StringComparison.Ordinal))
                .Select(pair => new AuthorTodo(file, pair.i + 1, Words(pair.line)))];
        }
        catch (TextFileException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .OrderBy(file => Path.GetDirectoryName(file) == folder ? 0 : 1).ThenBy(file => file, StringComparer.Ordinal);

    private static string Words(string line)
    {
        var words = line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim();
        return words.EndsWith("-->", StringComparison.Ordinal) ? words[..^3].TrimEnd() : words;
    }
}
