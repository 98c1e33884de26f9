namespace DbKatas.Grader.Engines.Machine;

/// <summary>A folder that is this user's and stays closed to others.</summary>
internal static class OwnFolder
{
    /// <summary>Makes the folder where it is missing, closes it to others and checks that nobody else has put it there.</summary>
    /// <exception cref="TroubleException">It can't be made or written, or it belongs to somebody else.</exception>
    public static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                CheckOwner(path);
                File.SetUnixFileMode(path, ServerUser.Current.FolderMode);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderTrouble.Of(path, e);
        }
    }

    /// <summary>True for a folder that is there, and that nobody else has put there.</summary>
    public static bool IsOurs(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                return false;
            }

            Make(path);
            return true;
        }
        catch (TroubleException)
        {
            return false;
        }
    }

    // Where everybody may write (/tmp, /dev/shm), another user may have made the folder, or one above it, and would then own the data.
    private static void CheckOwner(string path)
    {
        for (var folder = new DirectoryInfo(path); folder.Parent is not null; folder = folder.Parent)
        {
            var isOpen = !OperatingSystem.IsWindows() && folder.Parent.UnixFileMode.HasFlag(UnixFileMode.OtherWrite);
            if (isOpen && !IsOurs(folder))
            {
                throw new TroubleException(
                    $"{folder.FullName} was made by another user of this machine, so the grader does not trust it. "
                    + $"Use another folder: export {CacheFolder.Variable}=~/dbkatas-cache");
            }
        }
    }

    private static bool IsOurs(DirectoryInfo folder)
    {
        var owner = Libc.OwnerOf(folder.FullName);

        // What root has made is as trustworthy as the machine. Where the owner is unknown, changing the mode fails for all but the owner.
        return folder.LinkTarget is null && (owner is null or 0 || owner == Libc.EffectiveUser());
    }
}
