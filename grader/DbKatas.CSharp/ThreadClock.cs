using System.Globalization;
using System.Runtime.InteropServices;

namespace DbKatas.CSharp;

/// <summary>How long a thread has really been at work, which on a busy machine is less than the time that has passed. Known on Linux only.</summary>
internal static class ThreadClock
{
    // What /proc counts in, on every Linux that .NET runs on (USER_HZ).
    private const double TicksPerSecond = 100;

    /// <summary>The calling thread's number; 0 where there is none to know.</summary>
    public static int Current()
    {
        try
        {
            return OperatingSystem.IsLinux() ? gettid() : 0;
        }
        catch (EntryPointNotFoundException)
        {
            return 0;
        }
    }

    /// <returns>Null where it is not known.</returns>
    public static TimeSpan? Of(int thread)
    {
        try
        {
            // Behind the name, which stands in parentheses: the 12th and 13th are user and system time.
            var fields = thread == 0 ? [] : File.ReadAllText($"/proc/self/task/{thread}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length < 13 ? null : TimeSpan.FromSeconds(fields[11..13].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc")]
    private static extern int gettid();
}
