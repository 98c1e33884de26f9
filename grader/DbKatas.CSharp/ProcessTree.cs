using System.Diagnostics;

namespace DbKatas.CSharp;

/// <summary>A process with those that it has started, and those that they have.</summary>
internal static class ProcessTree
{
    /// <summary>The memory that they take together. Where the system does not tell who started whom, that of the first alone.</summary>
    public static long ResidentBytes(Process first)
    {
        first.Refresh();
        return first.HasExited ? 0 : first.WorkingSet64 + (OperatingSystem.IsLinux() ? Children($"/proc/{first.Id}").Sum(ResidentBytes) : 0);
    }

    private static long ResidentBytes(string process)
    {
        try
        {
            // The second number of statm: pages in memory.
            var pages = long.Parse(File.ReadAllText(process + "/statm").Split(' ')[1]);
            return (pages * Environment.SystemPageSize) + Children(process).Sum(ResidentBytes);
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
