using System.CommandLine;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli.Commands;

internal static class NextCommand
{
    public static Command Create()
    {
        var pattern = new Argument<string?>("topic") { Description = "A track, a topic or a part of an id to choose from [default: all]", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("next", "Show the kata to do next: the easiest that what you have solved leads to") { pattern };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction(arguments => Next(folders.Read(arguments), arguments.GetValue(pattern)));
        return command;
    }

    private static int Next(KataLibrary library, string? pattern)
    {
        var catalog = KataCatalog.Load(library.Katas);
        var katas = pattern is null ? catalog.Katas : Workplace.Find(catalog, [pattern]);
        var progress = ProgressLog.Of(library);
        var right = katas.Where(kata => progress.OutcomeOf(kata, library.AnswerPath(kata)) == Outcome.Right).ToHashSet();
        if (catalog.Syllabus.Next(katas, right.Contains) is not { } next)
        {
            Console.WriteLine(katas.Count == 0 ? "There is no kata here." : $"All {katas.Count} are right. Well done.");
            return ExitCode.Good;
        }
        var topic = katas.Where(kata => kata.TopicPath == next.TopicPath).ToList();
        Console.WriteLine(Workplace.Ink.Faint($"Next in {next.TopicPath}, where {topic.Count(right.Contains)} of {topic.Count} are right:") + "\n");
        return ShowCommand.Show(library, next);
    }
}
