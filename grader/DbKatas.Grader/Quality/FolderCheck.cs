using System.Text.RegularExpressions;
using DbKatas.Grader.Authoring;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Looks for files that belong to no kata, and for wrong answers that do not say their mistake.</summary>
internal static partial class FolderCheck
{
    public const string AlsoRight = "also-right";
    public const string Wrong = "wrong";
    private const string Why = "why.md";

    public static IEnumerable<VerifyFault> Faults(Kata kata, string solution)
    {
        var format = KataFormat.Of(kata.Engines is [var engine, ..] ? engine : null, kata.Kind)!;
        string[] asked = [kata.AnswerFile, KataFiles.Metadata, KataFiles.Prompt, .. format.Required, .. format.Optional];
        string[] solved = [kata.AnswerFile, Why, AlsoRight, Wrong, .. format.NeededInSolutions, .. format.MoreInSolutions];
        return Strays(kata.Folder, asked).Concat(Strays(solution, solved)).Concat(Silent(solution));
    }

    /// <summary>What is still to be written in a kata that was begun from a template.</summary>
    public static IEnumerable<VerifyFault> Todos(Kata kata, string solution) =>
        AuthorTodo.In(kata.Folder, solution).Select(todo => new VerifyFault(TextFile.Shown(todo.File), todo.Line, "to do: " + todo.What) { IsTodo = true });

    /// <summary>The files of one of the solution's folders, by name; none when there is no such folder.</summary>
    public static IReadOnlyList<string> Answers(string solution, string folder) =>
        Directory.Exists(Path.Combine(solution, folder)) ? [.. Directory.EnumerateFiles(Path.Combine(solution, folder)).Order(StringComparer.Ordinal)] : [];

    private static IEnumerable<VerifyFault> Strays(string folder, IEnumerable<string> allowed)
    {
        if (!Directory.Exists(folder))
            return [];
        var names = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
        return names.Except(allowed).Select(name =>
            new VerifyFault(TextFile.Shown(Path.Combine(folder, name)), null, $"does not belong here.{Spelling.DidYouMean(name, allowed)} Take it away."));
    }

    private static IEnumerable<VerifyFault> Silent(string solution)
    {
        foreach (var path in Answers(solution, Wrong))
            if (!SaysMistake(path))
                yield return new VerifyFault(TextFile.Shown(path), 1, "does not say what is wrong with it. Begin with a comment: mistake: and what the mistake is.");
    }

    private static bool SaysMistake(string path)
    {
        try
        {
            return Mistake().IsMatch(TextFile.Read(path));
        }
        catch (TextFileException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\s*(--|//|#|/\*)\s*mistake:\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex Mistake();
}
