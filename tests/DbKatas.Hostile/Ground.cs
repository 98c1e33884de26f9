using System.Text;
using DbKatas.Composition;
using DbKatas.Engines.Redis;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Hostile;

/// <summary>
/// Servers of its own and a folder for temporary files of its own, so that what is left afterwards can be counted. One at a time in a process:
/// the folder is where the whole process keeps its temporary files.
/// </summary>
internal sealed class Ground : IAsyncDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dbkatas-ground-");

    public Ground(string solutions)
    {
        // Servers and workers inherit it, or have a home below it: that is how they are found again.
        Environment.SetEnvironmentVariable(Variable, _folder.FullName);
        Postgres = StandardGrader.Postgres();
        Redis = StandardGrader.Redis();
        MongoDb = StandardGrader.MongoDb();
        Grader = StandardGrader.For(solutions, Postgres, Redis, MongoDb);
    }

    public PostgresEngine Postgres { get; }

    public RedisEngine Redis { get; }

    public MongoEngine MongoDb { get; }

    public Grader.Grading.Grader Grader { get; }

    /// <summary>Counts what is left on the servers, ends them, and counts what is left of processes and files. To be called once, at the end.</summary>
    public async Task<Leaks> CloseAsync(CancellationToken cancellation)
    {
        // One that was lost at the end is looked for anew, and what it left is dropped: as the next answer would find it.
        await (await Postgres.SessionAsync(cancellation)).AnswersAsync(cancellation);
        await (await Redis.SessionAsync(cancellation)).AnswersAsync();
        var postgres = await Postgres.SessionAsync(cancellation);
        var databases = await postgres.NamesAsync("select datname from pg_database where datname ~ '^dbkatas_r' union all select gid from pg_prepared_xacts", cancellation);
        var roles = await postgres.NamesAsync("select rolname from pg_roles where rolname ~ '^dbkatas_r'", cancellation);
        var connections = await postgres.NamesAsync("select coalesce(usename, '') from pg_stat_activity where usename ~ '^dbkatas_r'", cancellation);
        var users = await RedisUsersAsync(cancellation);
        await Grader.DisposeAsync();
        await WhileAsync(() => Processes().Count > 0, TimeSpan.FromSeconds(15));
        var files = _folder.EnumerateFileSystemInfos().Where(file => !file.Name.StartsWith("clr-debug-pipe", StringComparison.Ordinal) && !file.Name.StartsWith("dotnet-diagnostic", StringComparison.Ordinal));
        return new Leaks(Processes(), [.. connections, .. users], [.. databases, .. roles], [.. files.Select(file => file.FullName)]);
    }

    public ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<string>> RedisUsersAsync(CancellationToken cancellation)
    {
        var users = (StackExchange.Redis.RedisResult[])(await (await Redis.SessionAsync(cancellation)).Administrator(0).ExecuteAsync("ACL", "USERS"))!;
        return [.. users.Select(user => (string)user!).Where(user => user.StartsWith("dbkatas_r", StringComparison.Ordinal))];
    }

    private static async Task WhileAsync(Func<bool> isTrue, TimeSpan most)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (isTrue() && clock.Elapsed < most)
            await Task.Delay(50);
    }

    private List<string> Processes() =>
        [.. Directory.EnumerateDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out var id) && id != Environment.ProcessId)
            .Where(process => Says(process, "environ").Contains(_folder.FullName, StringComparison.Ordinal) || Says(process, "cmdline").Contains(_folder.FullName, StringComparison.Ordinal))
            .Select(process => Says(process, "cmdline").Replace('\0', ' '))];

    private static string Says(string process, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, file)));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
