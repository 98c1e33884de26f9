using System.Diagnostics;
using System.Globalization;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>Finds the processes of a server by its data folder. A process id alone proves nothing: the system hands it out again.</summary>
internal static class ServerProcesses
{
    /// <returns>Process ids, the backends' among them where the system shows them; empty when none runs.</returns>
    public static IReadOnlyList<int> On(string data)
    {
        if (OperatingSystem.IsLinux())
        {
            return OnLinux(Libc.RealPath(data) ?? data);
        }

        return OperatingSystem.IsWindows() ? OnWindows(data) : OnMac(data);
    }

    /// <summary>Ends a process at once, if it still runs.</summary>
    public static void Kill(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            found.Kill(entireProcessTree: OperatingSystem.IsWindows());
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    // Every process of a server works in its data folder.
    private static List<int> OnLinux(string data) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           let name = Path.GetFileName(folder)
           where char.IsAsciiDigit(name[0]) && WorkingFolder(folder) == data
           select int.Parse(name, CultureInfo.InvariantCulture),
    ];

    private static string? WorkingFolder(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's process, or one that has just ended.
            return null;
        }
    }

    private static List<int> OnMac(string data)
    {
        using var ps = Process.Start(new ProcessStartInfo("/bin/ps", ["-axww", "-o", "pid=,command="]) { RedirectStandardOutput = true })!;
        return
        [
            .. from line in ps.StandardOutput.ReadToEnd().Split('\n')
               where line.Contains($" {data}", StringComparison.Ordinal) && !line.Contains("/bin/sh", StringComparison.Ordinal)
               select int.Parse(line.TrimStart().Split(' ')[0], CultureInfo.InvariantCulture),
        ];
    }

    private static List<int> OnWindows(string data)
    {
        var pidFile = Path.Combine(data, "postmaster.pid");
        var pid = File.Exists(pidFile) ? File.ReadLines(pidFile).FirstOrDefault() : null;
        return [.. Process.GetProcessesByName("postgres").Select(server => server.Id).Where(id => $"{id}" == pid)];
    }
}
