namespace DbKatas.Grader.Engines.Machine;

/// <summary>The folders 0, 1, … below one folder. A run holds the first that is free, so that one run after another meets the same and two at once stay apart.</summary>
internal sealed class NumberedFolders(string folder)
{
    private const int Most = 100;

    /// <returns>A folder of this process alone until its lock is disposed.</returns>
    /// <exception cref="TroubleException">The folder can't be written, or all are held.</exception>
    public (string Path, FileLock Hold) Take()
    {
        for (var number = 0; number < Most; number++)
        {
            var path = Path.Combine(folder, $"{number}");
            OwnFolder.Make(path);
            if (TryHold(path) is { } hold)
            {
                return (path, hold);
            }
        }

        throw new TroubleException($"All {Most} data folders in {folder} are in use. End a run of the grader, or delete the folder when none runs.");
    }

    private static FileLock? TryHold(string path)
    {
        try
        {
            return FileLock.TryTake(Path.Combine(path, "lock"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderTrouble.Of(path, e);
        }
    }
}
