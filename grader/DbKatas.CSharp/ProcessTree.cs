using System.ComponentModel;
using System.Diagnostics;

namespace DbKatas.CSharp;

/// <summary>A process with those that it has started, and those that they have.</summary>
internal static class ProcessTree
{
    /// <summary>The memory that they take together. Where the system does not tell who started whom, that of the first alone.</summary>
    public static long ResidentBytes(Process first) =>
        OfLiving(first, () => first.WorkingSet64 + (OperatingSystem.IsLinux() ? Children($"/proc/{first.Id}").Sum(ResidentBytes) : 0));

    /// <summary>The time for which processors have worked for those that live. Where the system does not tell who started whom, for the first alone.</summary>
    public static TimeSpan ProcessorTime(Process first) =>
        OfLiving(first, () => first.TotalProcessorTime + (OperatingSystem.IsLinux() ? TimeSpan.FromSeconds(Children($"/proc/{first.Id}").Sum(Ticks) / TicksASecond) : TimeSpan.Zero));

    private static T OfLiving<T>(Process first, Func<T> read)
        where T : struct
    {
        try
        {
            first.Refresh();
            return first.HasExited ? default : read();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It lived a moment ago.
            return default;
        }
    }

    /// <summary>USER_HZ of proc_pid_stat(5), which is 100 on every Linux that .NET runs on.</summary>
    private const double TicksASecond = 100;

    // Behind the program's name, which may hold spaces: the time in user mode and in the kernel.
    private static long Ticks(string process) => Sum(process, file: "/stat", text => text[(text.LastIndexOf(')') + 2)..].Split(' ')[11..13].Sum(long.Parse));

    // The second number: pages in memory.
    private static long ResidentBytes(string process) => Sum(process, file: "/statm", text => long.Parse(text.Split(' ')[1]) * Environment.SystemPageSize);

    private static long Sum(string process, string file, Func<string, long> read)
    {
        try
        {
            return read(File.ReadAllText(process + file)) + Children(process).Sum(child => Sum(child, file, read));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return 0;
        }
    }

    private static List<string> Children(string process)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(process + "/task").SelectMany(thread => File.ReadAllText(thread + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => "/proc/" + id)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
