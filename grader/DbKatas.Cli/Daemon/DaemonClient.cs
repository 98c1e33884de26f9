using System.Globalization;
using System.Runtime.InteropServices;
using DbKatas.Grader.Feedback;

namespace DbKatas.Cli.Daemon;

/// <summary>
/// Has a daemon grade an answer, and starts one where none waits. Most of a short run is the start of a runtime, of servers and of C# workers, all of which the daemon
/// has behind it. Whatever it can't do this run does by itself.
/// </summary>
internal static class DaemonClient
{
    /// <param name="args">The command line. One kata of the learner's own is graded, or a few.</param>
    /// <returns>The exit code; null when this run has to do what it was asked.</returns>
    public static async Task<int?> TryGradeAsync(string[] args)
    {
        if (args is not (["grade", _] or ["grade", _, "--json"]) || args[1].StartsWith('-') || args[1] == "all" || !DaemonChoice.IsWanted)
            return null;
        try
        {
            using var daemon = await OpenAsync(DaemonPlace.OfThisRun());
            if (daemon is null)
                return null;
            daemon.Send(DaemonMessages.Grade, Environment.CurrentDirectory, args[1], args.Length > 2 ? "json" : "text", Workplace.Ink == Ink.Plain ? "plain" : "colours");
            using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, GiveUp);
            using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, GiveUp);
            return await FollowAsync(daemon);

            void GiveUp(PosixSignalContext signal)
            {
                signal.Cancel = true;
                daemon.GiveUp();
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that is closed, or a daemon that has just ended.
            return null;
        }
    }

    /// <summary>Has the daemon in a place end, once it has done what it is at, and waits for that.</summary>
    /// <returns>False when none waits there.</returns>
    public static async Task<bool> TryEndAsync(DaemonPlace place)
    {
        try
        {
            using var daemon = await DaemonConnection.TryOpenAsync(place);
            if (daemon is null)
                return false;
            await daemon.EndDaemonAsync();
            return true;
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return false;
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
            await waiting.EndDaemonAsync();
            waiting.Dispose();
        }
        return await DaemonProcess.TryStartAsync() ? await DaemonConnection.TryOpenAsync(place) : null;
    }

    private static async Task<int?> FollowAsync(DaemonConnection daemon)
    {
        while (await daemon.ReceiveAsync() is { } message)
            switch (message)
            {
                case [DaemonMessages.Output, var text]:
                    Console.Write(text);
                    break;
                case [DaemonMessages.Error, var text]:
                    await Console.Error.WriteAsync(text);
                    break;
                case [DaemonMessages.Exit, var code]:
                    return int.Parse(code, CultureInfo.InvariantCulture);
                default:
                    return null;
            }
        return null;
    }
}
