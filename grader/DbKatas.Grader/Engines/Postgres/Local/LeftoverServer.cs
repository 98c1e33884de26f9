using System.Diagnostics;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>
/// Ends a server that still runs on a data folder whose lock is free: its grader was killed, and the guard has not finished or was
/// killed as well.
/// </summary>
internal static class LeftoverServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task EndAsync(string data, CancellationToken cancellation)
    {
        var pidFile = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return;
        }

        var running = ServerProcesses.On(data);
        if (running.Contains(ReadPid(pidFile)))
        {
            AskToStop(ReadPid(pidFile));
            running = await WaitAsync(data, Patience, cancellation).ConfigureAwait(false);
        }

        if (running.Count > 0)
        {
            // Also backends whose postmaster was killed: a busy one notices that late, and a new server refuses to start beside it.
            running.ToList().ForEach(ServerProcesses.Kill);
            await WaitAsync(data, Patience, cancellation).ConfigureAwait(false);
        }

        // Left alone, the file stops the next server when another program has been given its process id.
        File.Delete(pidFile);
    }

    private static int ReadPid(string pidFile)
    {
        try
        {
            return int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), out var pid) ? pid : 0;
        }
        catch (FileNotFoundException)
        {
            // It stopped by itself since we looked.
            return 0;
        }
    }

    private static async Task<IReadOnlyList<int>> WaitAsync(string data, TimeSpan patience, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var running = ServerProcesses.On(data);
        while (running.Count > 0 && watch.Elapsed < patience)
        {
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            running = ServerProcesses.On(data);
        }

        return running;
    }

    private static void AskToStop(int process)
    {
        // Windows has no such signal; there the server is killed below and recovers from its log.
        if (!OperatingSystem.IsWindows())
        {
            Libc.Signal(process, Libc.InterruptSignal);
        }
    }
}
