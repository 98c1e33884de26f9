using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>The folders in which PostgreSQL's server programs are usually found. Packagers keep them out of PATH.</summary>
internal static class PostgresPlaces
{
    private static readonly (string Root, string Pattern)[] Unix =
    [
        ("/usr/lib/postgresql", "*"),
        ("/usr", "pgsql-*"),
        ("/opt/homebrew/opt", "postgresql@*"),
        ("/usr/local/opt", "postgresql@*"),
        ("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"),
        ("/Applications/Postgres.app/Contents/Versions", "*"),
    ];

    /// <summary>The folders that exist and may hold the programs; what <c>kata setup</c> brought comes first.</summary>
    public static IEnumerable<string> All(CacheFolder cache)
    {
        var packaged = OperatingSystem.IsWindows() ? Windows() : Unix;
        return [PostgresPackage.BinIn(cache), .. packaged.SelectMany(BinFolders), .. ProgramPath.Folders];
    }

    private static (string Root, string Pattern)[] Windows() =>
        [(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*")];

    private static IEnumerable<string> BinFolders((string Root, string Pattern) place) => Directory.Exists(place.Root)
        ? Directory.EnumerateDirectories(place.Root, place.Pattern).Select(folder => Path.Combine(folder, "bin"))
        : [];
}
