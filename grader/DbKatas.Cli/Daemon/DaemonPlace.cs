using System.Collections;
using System.Text;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Cli.Daemon;

/// <summary>
/// Where a daemon waits for runs of the same program with the same settings, in a folder that is closed to other users.
/// </summary>
/// <param name="Path">What the paths of its files begin with.</param>
internal sealed record DaemonPlace(string Path)
{
    // macOS's limit; Linux has four more.
    private const int MostBytes = 104;

    private static readonly string[] Settings = ["DBKATAS_", "DOCKER_", "TESTCONTAINERS_", "DOTNET_", "PG", "XDG_", "LC_"];
    private static readonly string[] FurtherSettings = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];

    /// <summary>Where it listens.</summary>
    public string Socket => Path + ".socket";

    /// <summary>
    /// What a caller must know, in a file that only its owner reads: an answer in C# runs as the same user and could find the socket, but is kept away from files.
    /// </summary>
    public string Key => Path + ".key";

    /// <summary>Held by the daemon for as long as it lives.</summary>
    public string Lock => Path + ".lock";

    /// <summary>False where the system takes no path of that length for a socket.</summary>
    public bool IsPossible => Encoding.UTF8.GetByteCount(Socket) < MostBytes;

    private static string Folder => CacheFolder.OfThisUser().At("daemon");

    // A home folder may be shared by machines.
    private static string Program => $"{Hash($"{Environment.MachineName}\0{AppContext.BaseDirectory}"):x16}";

    /// <summary>The place for this program and what its environment says now.</summary>
    public static DaemonPlace OfThisRun() => new(System.IO.Path.Combine(Folder, $"{Program}-{Hash(string.Join('\0', Surroundings())):x16}"));

    /// <summary>Every place where a daemon of this program has waited or waits, whatever its settings.</summary>
    public static IReadOnlyList<DaemonPlace> OfThisProgram() => !OwnFolder.IsOurs(Folder) ? []
        : [.. Directory.EnumerateFiles(Folder, Program + "-*.lock").Select(held => new DaemonPlace(held[..^".lock".Length]))];

    /// <summary>Tells one build of this program from the next.</summary>
    public static string Build() => string.Join(' ', Directory.EnumerateFiles(AppContext.BaseDirectory, "DbKatas.*.dll").Order(StringComparer.Ordinal)
        .Select(program => $"{File.GetLastWriteTimeUtc(program).Ticks:x}"));

    private static IEnumerable<string> Surroundings() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(variable => $"{variable.Key}={variable.Value}").Where(IsSetting).Order(StringComparer.Ordinal);

    private static bool IsSetting(string variable) => !variable.StartsWith(DaemonChoice.Variable + "=", StringComparison.Ordinal)
        && (Settings.Any(start => variable.StartsWith(start, StringComparison.Ordinal)) || FurtherSettings.Contains(variable[..variable.IndexOf('=', 1)]));

    /// <summary>FNV-1a, 64 bits (Fowler, Noll and Vo). What it names is the user's own; a cryptographic one would take longer to load than all else here.</summary>
    private static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);
}
