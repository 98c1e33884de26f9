namespace DbKatas.Grader.Engines.Machine;

/// <summary>A folder that is there wholly or not at all: it is filled under another name and then moved into place.</summary>
internal static class WholeFolder
{
    /// <summary>Makes the folder unless it is there. Two callers at once, also of two processes, make it once.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="fill">Fills the folder whose path it is given; when it throws, nothing is left.</param>
    /// <param name="isGood">Says whether what stands there already serves; otherwise it is made again.</param>
    /// <exception cref="TroubleException">The place can't be written.</exception>
    public static async Task MakeAsync(string path, Func<string, Task> fill, Func<Task<bool>> isGood, CancellationToken cancellation)
    {
        if (await isGood().ConfigureAwait(false))
        {
            return;
        }

        try
        {
            OwnFolder.Make(Path.GetDirectoryName(path)!);
            using var single = await FileLock.TakeAsync(path + ".lock", cancellation).ConfigureAwait(false);
            if (!await isGood().ConfigureAwait(false))
            {
                await ReplaceAsync(path, fill).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderTrouble.Of(path, e);
        }
    }

    private static async Task ReplaceAsync(string path, Func<string, Task> fill)
    {
        // One name for the unfinished folder, so that what an interrupted run left is found and removed.
        var unfinished = path + ".unfinished";
        Remove(unfinished);
        OwnFolder.Make(unfinished);
        try
        {
            await fill(unfinished).ConfigureAwait(false);
            Remove(path);
            Directory.Move(unfinished, path);
        }
        catch
        {
            Remove(unfinished);
            throw;
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
