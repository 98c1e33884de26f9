using System.Diagnostics;
using Shouldly;

namespace DbKatas.Tests.Engines.Postgres;

/// <summary>The processes of this machine whose command line names a text, such as a test's own folder.</summary>
internal static class RunningProcesses
{
    public static IReadOnlyList<string> Naming(string text) => [.. All().Where(process => process.Command.Contains(text, StringComparison.Ordinal)).Select(process => $"{process}")];

    /// <summary>Waits three seconds at most: what was asked to stop may need a moment.</summary>
    public static async Task NoneNamingAsync(string text)
    {
        var watch = Stopwatch.StartNew();
        while (Naming(text).Count > 0 && watch.Elapsed < TimeSpan.FromSeconds(3))
        {
            await Task.Delay(10);
        }

        Naming(text).ShouldBeEmpty();
    }

    public static void KillGuardsOf(string folder)
    {
        foreach (var (id, command) in All().Where(process => process.Command.Contains(folder, StringComparison.Ordinal) && process.Command.Contains("/bin/sh", StringComparison.Ordinal)))
        {
            using var guard = Process.GetProcessById(id);
            guard.Kill();
        }
    }

    private static IEnumerable<(int Id, string Command)> All() => OperatingSystem.IsLinux() ? OnLinux() : OnMac();

    private static IEnumerable<(int Id, string Command)> OnLinux()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            string command;
            try
            {
                command = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
            }
            catch (IOException)
            {
                continue;
            }

            yield return (int.Parse(Path.GetFileName(folder)), command);
        }
    }

    private static IEnumerable<(int Id, string Command)> OnMac()
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-axww", "-o", "pid=,command="]) { RedirectStandardOutput = true })!;
        foreach (var line in ps.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return (int.Parse(line.Split(' ')[0]), line);
        }
    }
}
