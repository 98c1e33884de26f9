using System.CommandLine;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli.Commands;

internal static class ListCommand
{
    private const int BarWidth = 20;

    public static Command Create()
    {
        var pattern = new Argument<string?>("topic") { Description = "A track, a topic or a part of an id", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "List the katas and how far you are") { pattern };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction(arguments => List(folders.Read(arguments), arguments.GetValue(pattern)));
        return command;
    }

    private static int List(KataLibrary library, string? pattern)
    {
        var catalog = KataCatalog.Load(library.Katas);
        var katas = catalog.Syllabus.InOrder(pattern is null ? catalog.Katas : Workplace.Find(catalog, [pattern]));
        var progress = ProgressLog.Of(library);
        var outcomes = katas.ToDictionary(kata => kata, kata => progress.OutcomeOf(kata, library.AnswerPath(kata)));
        foreach (var track in katas.GroupBy(kata => kata.Track))
        {
            Console.WriteLine(TrackLine(track.Key, [.. track], outcomes));
            foreach (var topic in track.GroupBy(kata => kata.Topic))
                WriteTopic(topic, outcomes);
            Console.WriteLine();
        }
        foreach (var fault in catalog.Faults)
            Console.WriteLine(Workplace.Ink.Bad(fault.ToString()));
        Console.WriteLine("Read one with ./kata show ID, answer it in its folder, then ./kata grade ID. What to do next: ./kata next");
        return catalog.Faults.Count == 0 ? ExitCode.Good : ExitCode.Trouble;
    }

    private static string TrackLine(string track, IReadOnlyList<Kata> katas, Dictionary<Kata, Outcome> outcomes)
    {
        var right = katas.Count(kata => outcomes[kata] == Outcome.Right);
        var filled = right * BarWidth / katas.Count;
        var bar = Workplace.Ink.Good(new string('█', filled)) + Workplace.Ink.Faint(new string('░', BarWidth - filled));
        return $"{Workplace.Ink.Bold(track.PadRight(10))} {bar}  {right} of {katas.Count} right";
    }

    private static void WriteTopic(IGrouping<string, Kata> topic, Dictionary<Kata, Outcome> outcomes)
    {
        Console.WriteLine("  " + topic.Key);
        var width = topic.Max(kata => kata.Id.Length);
        foreach (var kata in topic)
            Console.WriteLine($"    {Mark(outcomes[kata])} {kata.Id.PadRight(width)}  {new string('●', kata.Level)}{new string('·', 5 - kata.Level)}  {Printable.Text(kata.Title)}");
    }

    private static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Right => Workplace.Ink.Good("✓"),
        Outcome.NotStarted => " ",
        _ => Workplace.Ink.Mark("~"),
    };
}
