using System.Diagnostics;
using System.Text;
using DbKatas.Grader.Engines.Machine;
using DbKatas.Tests.Engines.Postgres;

namespace DbKatas.Tests.Cli.Daemon;

/// <summary>A small library, and runs of `kata` in it that leave their work to a daemon of its own.</summary>
internal sealed class DaemonClone : IDisposable
{
    public const string First = "sql/test/01-first";
    public const string Second = "sql/test/02-second";
    public const string Right = "select id, name from t order by id";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll");

    private readonly TemporaryFolder _folder = new();
    private readonly (string, string)[] _variables;
    private readonly List<Process> _begun = [];

    private DaemonClone(string programs, string cache)
    {
        Cache = Path.Combine(_folder.Path, cache);
        Library.Write("DbKatas.sln", "");
        Answer(First, Right);
        Answer(Second, Right);
        _variables = [("DBKATAS_POSTGRES", ""), ("DBKATAS_CONTAINERS", "off"), ("DBKATAS_POSTGRES_BIN", programs), ("DBKATAS_CACHE", Cache), ("CI", "")];
        LetThrough(_folder);
    }

    public TinyLibrary Library { get; } = new TinyLibrary().WithKata(First).WithKata(Second, more: "\"order\": [\"id\"], \"limits\": { \"seconds\": 300 }");

    private string Cache { get; }

    /// <summary>The files by which daemons are found.</summary>
    public IReadOnlyList<string> Sockets => Directory.Exists(Path.Combine(Cache, "daemon")) ? Directory.GetFiles(Path.Combine(Cache, "daemon"), "*.socket") : [];

    /// <summary>No two daemons have the same.</summary>
    public string Key => File.ReadAllText(Path.ChangeExtension(Sockets.Single(), ".key"));

    /// <param name="programs">The folder of PostgreSQL's programs, which may not be there; null for this machine's.</param>
    /// <param name="cache">What the cache's folder is called.</param>
    public static async Task<DaemonClone> MakeAsync(string? programs = null, string cache = "cache") =>
        new(programs ?? (await PrivateServers.Programs.FindAsync(default))!.Folder, cache);

    /// <summary>A server of root's runs as somebody else, who must get through.</summary>
    public static void LetThrough(TemporaryFolder folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
    }

    public void Answer(string id, string sql) => Library.Write($"katas/{id}/answer.sql", sql);

    /// <summary>As at a terminal.</summary>
    public Task<CommandRun> KataAsync(params string[] arguments) => RunAsync("on", "dotnet", [Program, .. arguments]);

    /// <summary>As for somebody who wants no daemon.</summary>
    public Task<CommandRun> KataAloneAsync(params string[] arguments) => RunAsync("off", "dotnet", [Program, .. arguments]);

    /// <param name="choice">What DBKATAS_DAEMON holds.</param>
    /// <param name="program">What to run.</param>
    /// <param name="arguments">Its arguments.</param>
    public Task<CommandRun> RunAsync(string choice, string program, string[] arguments) =>
        CommandRun.RunAsync(Library.Root, [.. _variables, ("DBKATAS_DAEMON", choice)], program, arguments);

    /// <summary>Begins a run, to send it signals.</summary>
    public Process Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = Library.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _variables)
            start.Environment[name] = value;
        start.Environment["DBKATAS_DAEMON"] = "on";
        _begun.Add(Process.Start(start)!);
        return _begun[^1];
    }

    /// <summary>The daemons that live.</summary>
    public IReadOnlyList<int> Daemons() => [.. Processes().Where(IsDaemon)];

    /// <summary>What the daemons have started, and what that has started: process ids and command lines.</summary>
    public IReadOnlyList<(int Id, string Command)> Started()
    {
        var parents = Processes().ToLookup(Parent);
        return [.. Daemons().SelectMany(Below).Select(process => (process, Read($"/proc/{process}/cmdline").Replace('\0', ' ')))];

        IEnumerable<int> Below(int process) => parents[process].SelectMany(child => Below(child).Prepend(child));
    }

    /// <summary>True while a server works for an answer.</summary>
    public bool IsAnswerAtWork() => Started().Any(process => process.Command.StartsWith("postgres: dbkatas_r", StringComparison.Ordinal) && process.Command.Contains(" SELECT", StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (var run in _begun)
        {
            run.Kill();
            run.Dispose();
        }
        foreach (var daemon in Daemons())
            Libc.Signal(daemon, Libc.KillSignal);
        _folder.Dispose();
        Library.Dispose();
    }

    private bool IsDaemon(int process) => Read($"/proc/{process}/cmdline").Contains("DbKatas.Cli.dll\0daemon\0", StringComparison.Ordinal)
        && Read($"/proc/{process}/environ").Contains($"DBKATAS_CACHE={Cache}\0", StringComparison.Ordinal);

    private static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Select(int.Parse!);

    // After the name, which may hold blanks and brackets: the state, and the parent.
    private static int Parent(int process) => Read($"/proc/{process}/stat").Split(") ")[^1].Split(' ') is [_, var parent, ..] ? int.Parse(parent) : 0;

    private static string Read(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
