using System.CommandLine;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

/// <summary>The options that choose the folders to work on: the clone's own unless they are given.</summary>
internal sealed class LibraryOptions
{
    private readonly Option<DirectoryInfo?> _katas = new("--katas") { Description = "The folder of katas to use [default: this clone's katas]", HelpName = "DIR" };
    private readonly Option<DirectoryInfo?> _solutions = new("--solutions") { Description = "The folder of reference answers [default: solutions beside the katas]", HelpName = "DIR" };
    private readonly Option<DirectoryInfo?> _answers = new("--answers") { Description = "The folder of answers to grade, in folders named by the katas' ids [default: the katas' own]", HelpName = "DIR" };

    /// <param name="command">The command that takes them.</param>
    /// <param name="answers">False for a command that looks at no learner's answers.</param>
    public LibraryOptions AddTo(Command command, bool answers = true)
    {
        command.Add(_katas);
        command.Add(_solutions);
        if (answers)
            command.Add(_answers);
        return this;
    }

    public KataLibrary Read(ParseResult arguments)
    {
        KataCall.Folders = Typed("--katas", arguments.GetValue(_katas)) + Typed("--solutions", arguments.GetValue(_solutions));
        return Workplace.Library(arguments.GetValue(_katas), arguments.GetValue(_solutions), arguments.GetValue(_answers));
    }

    private static string Typed(string option, DirectoryInfo? folder) =>
        folder is null ? "" : TextFile.Shown(folder.FullName) is var shown && shown.Contains(' ', StringComparison.Ordinal) ? $" {option} \"{shown}\"" : $" {option} {shown}";
}
