using System.CommandLine;
using DbKatas.Grader.Authoring;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

/// <summary>For authors: begins a kata.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var place = new Argument<string>("track/topic/slug") { Description = "Where it is to stand, as in sql/joins/late-payers; it gets the next free number" };
        var kinds = string.Join(", ", Enum.GetNames<KataKind>().Select(name => name.ToLowerInvariant()));
        var kind = new Option<string>("--kind") { Description = $"How it is graded: {kinds}", HelpName = "KIND", Required = true };
        var engine = new Option<string?>("--engine") { Description = $"{string.Join(", ", KataFormat.Engines)} [default: the track's, or the kind's first]", HelpName = "ENGINE" };
        var command = new Command("new", "For authors: begin a kata; makes its folder and its solution's, ready to fill in") { place, kind, engine };
        var folders = new LibraryOptions().AddTo(command, answers: false);
        command.SetAction(arguments => Make(folders.Read(arguments), arguments.GetValue(place)!, arguments.GetValue(kind)!, arguments.GetValue(engine)));
        return command;
    }

    private static int Make(KataLibrary library, string place, string kind, string? engine)
    {
        var schemas = KataLibrary.Around(Environment.CurrentDirectory, AppContext.BaseDirectory)?.Katas;
        var made = new NewKata(library, schemas).Make(place, kind, engine);
        Console.WriteLine($"{Workplace.Ink.Bold(made.Id)}, of kind {kind}{(made.Format.Engine.Length > 0 ? " on " + made.Format.Engine : "")}, has two folders now:\n");
        Console.WriteLine($"  {TextFile.Shown(made.Folder)}: {Names(made.Folder)}");
        Console.WriteLine($"  {TextFile.Shown(made.Solution)}: {Names(made.Solution)}\n");
        Console.WriteLine("They hold a tiny kata that works. Wherever TODO(author) stands, write your own and take that line away.");
        if (made.Format.Answers.Count > 1)
            Console.WriteLine($"The answer may also be called {string.Join(" or ", made.Format.Answers.Skip(1))}: then rename it in both folders.");
        if (Path.Combine(Path.GetDirectoryName(made.Folder)!, "README.md") is var overview && File.Exists(overview))
            Console.WriteLine($"At the end, give it a line in {TextFile.Shown(overview)}.");
        Console.WriteLine($"\nWhile you write, have this running beside your editor: {KataCall.Of("verify --watch", made.Id)}");
        return ExitCode.Good;
    }

    private static string Names(string folder) => string.Join("  ", Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)
        .Select(entry => Path.GetFileName(entry) + (Directory.Exists(entry) ? $"/ ({Directory.GetFiles(entry).Length})" : "")));
}
