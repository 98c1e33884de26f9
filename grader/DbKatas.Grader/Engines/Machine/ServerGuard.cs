using System.Diagnostics;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>
/// The process between the grader and a private server: a small shell that stops the server as soon as its standard input closes, which
/// happens however the grader ends (disposal, Ctrl-C, SIGKILL). It lives exactly as long as the server and ends with its exit code.
/// </summary>
internal static class ServerGuard
{
    private const string Shell = "/bin/sh";

    private const string Script =
        """
        exec 3<&0 >/dev/null 2>&1
        umask 077
        # A terminal's Ctrl-C is for the grader, which then closes our input. Servers set handlers of their own again.
        trap '' HUP INT QUIT TERM
        # No setsid (macOS): a job of its own is as far from the terminal.
        [ "$1" = own-session ] || set -m
        log=$2; signals=$3; shift 3
        "$@" >"$log" 2>&1 </dev/null 3<&- &
        server=$!
        {
          read -r _ <&3
          for signal in $signals; do
            kill -$signal $server
            i=0
            while [ $i -lt 50 ]; do sleep 0.1; i=$((i + 1)); done
          done
        } &
        watcher=$!
        exec 3<&-
        wait $server
        code=$?
        kill -KILL $watcher
        exit $code
        """;

    /// <summary>Starts the server's program under a guard.</summary>
    /// <param name="start">The server's program with its arguments and its user.</param>
    /// <param name="name">The server's name, for messages and process lists.</param>
    /// <param name="stopSignals">The signals that end it, parted by spaces; each later one is sent when the server lives on for 5 s.</param>
    /// <param name="log">The file for what the server writes.</param>
    /// <returns>The guard; closing its standard input stops the server.</returns>
    /// <exception cref="TroubleException">The program can't be started.</exception>
    public static Process Start(ProcessStartInfo start, string name, string stopSignals, string log)
    {
        start.RedirectStandardInput = true;
        if (OperatingSystem.IsWindows())
        {
            // A group of its own keeps Ctrl-C away. The log stays empty there: nothing stands between to write it.
            start.CreateNewProcessGroup = true;
            start.CreateNoWindow = true;
        }
        else
        {
            PutUnderGuard(start, name, stopSignals, log);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new TroubleException($"{name} could not be started: {start.FileName} does not run ({e.Message}).", e);
        }
    }

    private static void PutUnderGuard(ProcessStartInfo start, string name, string stopSignals, string log)
    {
        // A session of its own also keeps signals to the grader's whole process group away from the guard.
        var session = ProgramPath.Find("setsid");
        string[] guard = ["-c", Script, $"dbkatas-{name.ToLowerInvariant()}-guard", session is null ? "no-session" : "own-session", log, stopSignals, start.FileName];
        string[] shell = session is null ? guard : [Shell, .. guard];
        List<string> server = [.. start.ArgumentList];
        start.FileName = session ?? Shell;
        start.ArgumentList.Clear();
        foreach (var argument in shell.Concat(server))
        {
            start.ArgumentList.Add(argument);
        }
    }
}
