using System.CommandLine;
using DbKatas.Cli.Daemon;

namespace DbKatas.Cli.Commands;

/// <summary>Not for people: a run starts it for those that follow.</summary>
internal static class DaemonCommand
{
    public static Command Create()
    {
        var idle = new Option<int>("--idle") { Description = "After so many seconds without work it ends", DefaultValueFactory = _ => 600 };
        var command = new Command(DaemonProcess.Command, "Wait for answers of this user's to grade") { idle };
        command.Hidden = true;
        command.SetAction((arguments, cancellation) => RunAsync(TimeSpan.FromSeconds(arguments.GetValue(idle)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan idle, CancellationToken cancellation)
    {
        if (DaemonListener.TryOpen(DaemonPlace.OfThisRun()) is not { } listener)
            return ExitCode.Good;
        await using var daemon = new GradingDaemon(listener, idle);
        Console.WriteLine(DaemonProcess.Ready);
        await daemon.RunAsync(cancellation);
        return ExitCode.Good;
    }
}
