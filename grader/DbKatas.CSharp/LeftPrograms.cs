using System.Diagnostics;
using System.Text;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.CSharp;

/// <summary>Programs that an answer started and that have outlived it, because it ended before it could be ended with them.</summary>
internal static class LeftPrograms
{
    /// <summary>Ends those that have inherited a folder of one worker in their environment. Known on Linux only, where /proc tells.</summary>
    public static void End(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var mark = Encoding.UTF8.GetBytes($"HOME={folder}\0");
        foreach (var process in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(process), out var id) && IsMarked(process, mark))
                End(id);
    }

    private static bool IsMarked(string process, byte[] mark)
    {
        try
        {
            return File.ReadAllBytes(process + "/environ").AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone meanwhile.
            return false;
        }
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            ProcessTree.Kill(process);
            process.WaitForExit(TimeSpan.FromSeconds(1));
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
