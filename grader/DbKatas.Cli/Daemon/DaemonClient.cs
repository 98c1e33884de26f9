using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Grader.Feedback;

namespace DbKatas.Cli.Daemon;

/// <summary>
/// Has a daemon grade an answer, and starts one where none waits. Most of a short run is the start of a runtime, of servers and of C# workers, all of which the daemon
/// has behind it. Whatever it can't do this run does by itself.
/// </summary>
internal static class DaemonClient
{
    /// <summary>For a daemon that is asked to end, or to leave an answer alone.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    /// <param name="args">The command line. One kata of the learner's own is graded, or a few.</param>
    /// <returns>The exit code; null when this run has to do what it was asked.</returns>
    /// <exception cref="OperationCanceledException">Somebody stopped the run.</exception>
    public static async Task<int?> TryGradeAsync(string[] args)
    {
        // A response file, as "@file", is System.CommandLine's to read.
        if (args is not (["grade", _] or ["grade", _, "--json"]) || args[1] is "all" or ['-' or '@', ..] || !DaemonChoice.IsWanted)
            return null;
        try
        {
            using var daemon = await OpenAsync(DaemonPlace.OfThisRun());
            if (daemon is null)
                return null;
            return await GradeAsync(daemon, [Environment.CurrentDirectory, args[1], args.Length > 2 ? "json" : "text", Workplace.Ink == Ink.Plain ? "plain" : "colours"]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException or InvalidDataException)
        {
            // A folder that is closed, or a daemon that has just ended.
            return null;
        }
    }

    /// <summary>Has the daemon in a place end, once it has done what it is at.</summary>
    /// <param name="place">The place, in a folder of this user's.</param>
    /// <param name="patience">For so long its end is waited for.</param>
    /// <returns>Null when none waits there; false when it has not ended yet.</returns>
    public static async Task<bool?> EndAsync(DaemonPlace place, TimeSpan patience)
    {
        using (var free = FileLock.TryTake(place.Lock))
            if (free is not null)
                return null;
        await AskToEndAsync(place);
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            using var ended = await FileLock.TakeAsync(place.Lock, deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task AskToEndAsync(DaemonPlace place)
    {
        try
        {
            using var daemon = await DaemonConnection.TryOpenAsync(place);
            daemon?.Send(DaemonMessages.Stop);
        }
        catch (Exception ending) when (ending is IOException or UnauthorizedAccessException)
        {
            // Somebody else has asked it just before.
        }
    }

    /// <returns>A daemon of this build; null where there is none, and none can be had.</returns>
    private static async Task<DaemonConnection?> OpenAsync(DaemonPlace place)
    {
        if (!place.IsPossible)
            return null;
        if (await DaemonConnection.TryOpenAsync(place) is { } waiting)
        {
            if (waiting.Build == DaemonPlace.Build())
                return waiting;
            waiting.Dispose();
            if (await EndAsync(place, LongestEnd) is false)
                return null;
        }
        return await DaemonProcess.TryStartAsync(place) ? await DaemonConnection.TryOpenAsync(place) : null;
    }

    private static async Task<int?> GradeAsync(DaemonConnection daemon, string[] order)
    {
        using var over = new CancellationTokenSource();
        var isGivenUp = false;
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, GiveUp);
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, GiveUp);
        daemon.Send(DaemonMessages.Grade, order);
        var code = await ReadAsync(daemon, over.Token);
        return isGivenUp ? code ?? throw new OperationCanceledException() : code;

        void GiveUp(PosixSignalContext signal)
        {
            // Whoever asks twice does not want to wait.
            signal.Cancel = !isGivenUp;
            isGivenUp = true;
            over.CancelAfter(LongestEnd);
            daemon.GiveUp();
        }
    }

    private static async Task<int?> ReadAsync(DaemonConnection daemon, CancellationToken cancellation)
    {
        while (await daemon.ReceiveAsync(cancellation) is { } message)
            switch (message)
            {
                case [DaemonMessages.Error, var text]:
                    await Console.Error.WriteAsync(text);
                    break;
                case [DaemonMessages.Exit, var code, var output]:
                    Console.Write(output);
                    return int.Parse(code, CultureInfo.InvariantCulture);
                default:
                    return null;
            }
        return null;
    }
}
