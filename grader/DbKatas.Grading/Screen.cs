using DbKatas.Grader.Feedback;

namespace DbKatas.Grading;

/// <summary>Whether a person reads the run in a terminal. The test host itself always writes to a pipe, so its parent is asked.</summary>
internal static class Screen
{
    public static Ink Ink { get; } = Asks("NO_COLOR") ? Ink.Plain : Asks("FORCE_COLOR") || ParentHasTerminal() ? Ink.Colours : Ink.Plain;

    private static bool Asks(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    /// <summary>Known on Linux alone; elsewhere text stays plain, which every window shows well.</summary>
    private static bool ParentHasTerminal()
    {
        try
        {
            // The fields after the program's name, which stands in parentheses: state, then parent.
            var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new FileInfo($"/proc/{fields[1]}/fd/1").LinkTarget?.StartsWith("/dev/pts/", StringComparison.Ordinal) ?? false;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return false;
        }
    }
}
