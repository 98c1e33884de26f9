using System.CommandLine;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli.Commands;

internal static class HintCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The kata's id, or a part of it that no other has" };
        var command = new Command("hint", "Show one more hint each time") { id };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction(arguments => Hint(folders.Read(arguments), arguments.GetValue(id)!));
        return command;
    }

    private static int Hint(KataLibrary library, string pattern)
    {
        var kata = Workplace.FindOne(library, pattern);
        if (kata.Hints.Count == 0)
        {
            Console.WriteLine($"{kata.Id} has no hints. The question: {TextFile.Shown(kata.PromptPath)}");
            return ExitCode.Good;
        }
        var shown = ProgressLog.Of(library).ShowNextHint(kata);
        for (var i = 0; i < shown; i++)
            Console.WriteLine($"{Workplace.Ink.Bold($"{i + 1} of {kata.Hints.Count}")}  {Printable.Text(kata.Hints[i])}");
        Console.WriteLine(shown < kata.Hints.Count
            ? $"\nStill stuck? {KataCall.Of("hint", kata)} shows the next one."
            : "\nThat was the last hint. " + LastWord(kata));
        return ExitCode.Good;
    }

    private static string LastWord(Kata kata) => kata switch
    {
        { Kind: KataKind.Quiz } => $"Choose, and read what is said about your choice: {KataCall.Of("grade", kata)}",
        { Kind: KataKind.Code } =>
            $"Set a breakpoint in {kata.AnswerFile} and debug the test {kata.Id} in your IDE, or look around in the database: {KataCall.Of("db", kata)}",
        { Engines: [MongoEngine.Name, ..], Kind: KataKind.Result } => $"Take a part of it alone, the first stage or condition, and see what it gives: {KataCall.Of("grade", kata)}",
        { Engines: [MongoEngine.Name, ..] } => $"Make one change alone, and see what it leaves: {KataCall.Of("grade", kata)}",
        { Engines: [RedisEngine.Name, ..] } => $"Try the commands, one at a time: {KataCall.Of("db", kata)}",
        { Kind: KataKind.Result } => $"Try the query on a part of the data, one step at a time: {KataCall.Of("db", kata)}",
        _ => $"Try the statements, one step at a time: {KataCall.Of("db", kata)}",
    };
}
