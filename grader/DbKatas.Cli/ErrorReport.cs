namespace DbKatas.Cli;

/// <summary>Keeps what only the project's own people can read out of the learner's sight and yet at hand.</summary>
internal static class ErrorReport
{
    /// <returns>The file that was written.</returns>
    public static async Task<string> WriteAsync(Exception unforeseen)
    {
        var file = Path.Combine(Path.GetTempPath(), $"dbkatas-error-{Environment.ProcessId}.txt");
        await File.WriteAllTextAsync(file, $"{Environment.CommandLine}\n{Environment.OSVersion}\n{unforeseen}\n");
        return file;
    }
}
