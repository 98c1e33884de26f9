using System.ComponentModel;
using System.Diagnostics;
using DbKatas.CSharp;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Cli.Daemon;

/// <summary>Starts a daemon that outlives this run.</summary>
internal static class DaemonProcess
{
    public const string Command = "daemon";

    /// <summary>What it writes when it listens.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    // It keeps nothing open that a pipe's reader or a terminal could wait for, and no folder that somebody may want to remove.
    private const string Script =
        """
        exec 0</dev/null 2>/dev/null 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-
        cd /
        trap '' HUP INT QUIT TSTP TTIN TTOU
        exec "$@"
        """;

    /// <param name="place">Where it shall wait.</param>
    /// <returns>False where it did not start, or where another run has started one in the same moment.</returns>
    public static async Task<bool> TryStartAsync(DaemonPlace place)
    {
        string[] shell = ["/bin/sh", "-c", Script, "dbkatas-daemon", DotnetHost.Program, Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), Command, "--at", place.Path];
        // A session of its own: signals to a terminal's programs are not for it.
        string[] whole = ProgramPath.Find("setsid") is { } setsid ? [setsid, .. shell] : shell;
        try
        {
            var start = new ProcessStartInfo(whole[0], whole.Skip(1)) { RedirectStandardOutput = true };
            // In another folder a relative path would be another place.
            start.Environment[CacheFolder.Variable] = CacheFolder.OfThisUser().Path;
            if (OperatingSystem.IsLinux())
                Libc.CloseFilesOnStart();
            using var process = Process.Start(start)!;
            using var deadline = new CancellationTokenSource(LongestStart);
            return await process.StandardOutput.ReadLineAsync(deadline.Token) == Ready;
        }
        catch (Exception failure) when (failure is Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }
}
