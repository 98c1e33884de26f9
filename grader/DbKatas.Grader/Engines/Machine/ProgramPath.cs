namespace DbKatas.Grader.Engines.Machine;

/// <summary>Looks for programs as a shell does.</summary>
internal static class ProgramPath
{
    /// <summary>The folders of PATH, in order.</summary>
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <returns>The full path of the program, or null when PATH holds none.</returns>
    public static string? Find(string name) =>
        Folders.SelectMany(folder => Endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);

    private static string[] Endings => OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
}
