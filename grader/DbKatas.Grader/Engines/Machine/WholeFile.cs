namespace DbKatas.Grader.Engines.Machine;

/// <summary>Writes a file beside its place and moves it there, so that nobody reads half of one, and a full disk leaves none.</summary>
internal static class WholeFile
{
    /// <exception cref="IOException">It can't be written; what stood in its place is as it was.</exception>
    public static void Write(string path, byte[] content)
    {
        var unfinished = $"{path}.{Guid.NewGuid():n}";
        try
        {
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
