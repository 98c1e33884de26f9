using System.CommandLine;
using DbKatas.Cli.Daemon;

namespace DbKatas.Cli.Commands;

internal static class StopCommand
{
    public static Command Create()
    {
        var command = new Command("stop", "End the graders that wait for your next answer, and their servers");
        command.SetAction((_, _) => StopAsync());
        return command;
    }

    private static async Task<int> StopAsync()
    {
        var ended = 0;
        foreach (var place in DaemonPlace.OfThisProgram())
            if (await DaemonClient.TryEndAsync(place))
                ended++;
        Console.WriteLine(ended == 0 ? "No grader was waiting." : ended == 1 ? "The grader that waited has ended." : $"{ended} graders that waited have ended.");
        return ExitCode.Good;
    }
}
