using System.CommandLine;
using DbKatas.Cli.Daemon;

namespace DbKatas.Cli.Commands;

/// <summary>Not for people: a run starts it for those that follow.</summary>
internal static class DaemonCommand
{
    public static Command Create()
    {
        var idle = new Option<int>("--idle") { Description = "After so many seconds without work it ends", DefaultValueFactory = _ => 600 };
        var at = new Option<string?>("--at") { Description = "What the paths of its files begin with" };
        var command = new Command(DaemonProcess.Command, "Wait for answers of this user's to grade") { idle, at };
        command.Hidden = true;
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(at) is { } path ? new DaemonPlace(path) : DaemonPlace.OfThisRun(), TimeSpan.FromSeconds(arguments.GetValue(idle)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DaemonPlace place, TimeSpan idle, CancellationToken cancellation)
    {
        if (DaemonListener.TryOpen(place) is not { } listener)
            return ExitCode.Good;
        await using var daemon = new GradingDaemon(listener, idle);
        Console.WriteLine(DaemonProcess.Ready);
        await daemon.RunAsync(cancellation);
        return ExitCode.Good;
    }
}
