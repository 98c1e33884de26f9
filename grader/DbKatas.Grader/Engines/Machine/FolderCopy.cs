using System.Runtime.ExceptionServices;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>Copies a folder of many small files and gives the copy to the server's user.</summary>
internal static class FolderCopy
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="source">An existing folder without links.</param>
    /// <param name="target">A folder that is not there yet.</param>
    /// <param name="owner">Who owns the copy.</param>
    public static void Copy(string source, string target, ServerUser owner)
    {
        MakeFolder(target, owner);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            MakeFolder(Moved(folder, source, target), owner);
        }

        // A fresh PostgreSQL data folder is a thousand files of a few pages each: the calls cost more than the bytes.
        try
        {
            Parallel.ForEach(Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories), file =>
            {
                var copy = Moved(file, source, target);
                File.Copy(file, copy);
                owner.Own(copy);
            });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private static string Moved(string path, string source, string target) => target + path[source.Length..];

    private static void MakeFolder(string path, ServerUser owner)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }

        owner.Own(path);
    }
}
