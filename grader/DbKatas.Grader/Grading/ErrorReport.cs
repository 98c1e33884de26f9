namespace DbKatas.Grader.Grading;

/// <summary>Keeps what only the project's own people can read out of the learner's sight and yet at hand.</summary>
public static class ErrorReport
{
    private static int _written;

    /// <returns>Where the details are, for a sentence: "The details, for a report, are in …".</returns>
    public static async Task<string> WriteAsync(Exception unforeseen)
    {
        var file = Path.Combine(Path.GetTempPath(), $"dbkatas-error-{Environment.ProcessId}-{Interlocked.Increment(ref _written)}.txt");
        try
        {
            await File.WriteAllTextAsync(file, $"{Environment.CommandLine}\n{Environment.OSVersion}\n{unforeseen}\n");
            return $"The details, for a report, are in {file}";
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A full disk is a likely cause of what went wrong in the first place.
            if (File.Exists(file))
                File.Delete(file);
            return $"The details could not be written to {file}: {unwritable.Message}";
        }
    }
}
