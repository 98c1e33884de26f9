using System.Diagnostics;
using System.Globalization;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>Tells one run of the operating system from the next.</summary>
internal static class Boot
{
    private const string LinuxBootId = "/proc/sys/kernel/random/boot_id";

    /// <summary>A text that stays the same until the machine is started again. A false difference is possible, a false match is not.</summary>
    public static string Id { get; } = Read();

    private static string Read()
    {
        if (File.Exists(LinuxBootId))
        {
            return File.ReadAllText(LinuxBootId).Trim();
        }

        // The clock behind TickCount64 stops while a Mac sleeps, so it can't be used there.
        return OperatingSystem.IsMacOS() ? AskMac() : MinuteOfStart();
    }

    private static string AskMac()
    {
        using var sysctl = Process.Start(new ProcessStartInfo("/usr/sbin/sysctl", ["-n", "kern.bootsessionuuid"]) { RedirectStandardOutput = true })!;
        return sysctl.StandardOutput.ReadToEnd().Trim();
    }

    private static string MinuteOfStart() =>
        DateTime.UtcNow.AddMilliseconds(-Environment.TickCount64).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
