using System.CommandLine;
using DbKatas.Cli.Daemon;

namespace DbKatas.Cli.Commands;

internal static class StopCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var command = new Command("stop", "End the graders that wait for your next answer, and their servers");
        command.SetAction((_, _) => StopAsync());
        return command;
    }

    private static async Task<int> StopAsync()
    {
        var ends = await Task.WhenAll(DaemonPlace.OfThisProgram().Select(place => DaemonClient.EndAsync(place, Patience)));
        var ended = ends.Count(end => end == true);
        Console.WriteLine(ends.Contains(false) ? "A grader is at an answer still, and ends when it has judged it."
            : ended == 0 ? "No grader was waiting."
            : ended == 1 ? "The grader that waited has ended."
            : $"{ended} graders that waited have ended.");
        return ExitCode.Good;
    }
}
