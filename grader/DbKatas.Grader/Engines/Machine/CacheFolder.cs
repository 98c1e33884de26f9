namespace DbKatas.Grader.Engines.Machine;

/// <summary>Where the grader keeps what it can make again: server programs, prepared data folders. Deleting it costs time, nothing else.</summary>
/// <param name="Path">An absolute path; the folder itself is made when it is first needed.</param>
public sealed record CacheFolder(string Path)
{
    /// <summary>The environment variable that names another place.</summary>
    public const string Variable = "DBKATAS_CACHE";

    private const string Name = "dbkatas";

    /// <summary>The place for the user who runs the grader.</summary>
    public static CacheFolder OfThisUser() => new(System.IO.Path.GetFullPath(FromEnvironment(Variable) ?? UsualPlace()));

    /// <summary>A path inside the cache.</summary>
    public string At(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    private static string UsualPlace()
    {
        if (OperatingSystem.IsWindows())
        {
            return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), Name);
        }

        // Root's home is closed to the unprivileged user whom a server of root's runs as.
        if (ServerUser.Current.Account is not null)
        {
            return "/var/cache/dbkatas";
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(home, "Library", "Caches", Name)
            : System.IO.Path.Combine(FromEnvironment("XDG_CACHE_HOME") ?? System.IO.Path.Combine(home, ".cache"), Name);
    }

    private static string? FromEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
