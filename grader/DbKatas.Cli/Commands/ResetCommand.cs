using System.CommandLine;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli.Commands;

internal static class ResetCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The kata's id, or a part of it that no other has" };
        var command = new Command("reset", "Start a kata afresh; your answer is kept aside") { id };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction((arguments, cancellation) => ResetAsync(folders.Read(arguments), arguments.GetValue(id)!, cancellation));
        return command;
    }

    private static async Task<int> ResetAsync(KataLibrary library, string pattern, CancellationToken cancellation)
    {
        var kata = Workplace.FindOne(library, pattern);
        Console.WriteLine(await new FreshStart(library).ResetAsync(kata, cancellation));
        return ExitCode.Good;
    }
}
