using System.Security.Cryptography;
using System.Text;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>
/// A data folder fresh from initdb, kept in the cache to be copied: initdb takes half a second, a copy a tenth of that.
/// It holds one superuser with a random password, which the copies share: they all belong to the same user of the machine.
/// </summary>
internal sealed class InitdbTemplate(PostgresProgram program, CacheFolder cache)
{
    public const string Superuser = "dbkatas";

    // Sixteen times smaller log segments than usual: an empty data folder shrinks from 39 to 24 MB.
    private static readonly string[] Arguments =
    [
        $"--username={Superuser}", "--auth=scram-sha-256", "--encoding=UTF8", "--wal-segsize=1", "--no-instructions",
    ];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly ServerUser _user = ServerUser.Current;

    /// <summary>Differs for every build of PostgreSQL and every change of how it is initialised.</summary>
    public string Key { get; } = $"{program.Number}-{Hash(program.Version + string.Concat(Arguments))}";

    public string Data => Path.Combine(Folder, "data");

    private string Folder => cache.At("postgres", $"initdb-{Key}");

    /// <summary>The superuser's password in this template and its copies.</summary>
    public string ReadPassword() => File.ReadAllText(PasswordIn(Folder));

    /// <summary>Runs initdb unless the template is there.</summary>
    /// <exception cref="TroubleException">The cache folder can't be written or reached, or initdb failed.</exception>
    public Task EnsureAsync(CancellationToken cancellation) =>
        WholeFolder.MakeAsync(Folder, folder => FillAsync(folder, cancellation), () => Task.FromResult(File.Exists(PasswordIn(Folder))), cancellation);

    private static string PasswordIn(string folder) => Path.Combine(folder, "password");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private async Task FillAsync(string folder, CancellationToken cancellation)
    {
        var data = Path.Combine(folder, "data");
        _user.CheckReach(data);
        Directory.CreateDirectory(data);
        _user.Own(data);
        var password = RandomNumberGenerator.GetHexString(32);
        var passwordForInitdb = Path.Combine(folder, "password-for-initdb");
        SecretFile.Write(passwordForInitdb, password);
        _user.Own(passwordForInitdb);
        await InitialiseAsync(data, passwordForInitdb, cancellation).ConfigureAwait(false);
        File.Delete(passwordForInitdb);
        SecretFile.Write(PasswordIn(folder), password);
    }

    private async Task InitialiseAsync(string data, string passwordFile, CancellationToken cancellation)
    {
        ProgramRun? run = null;
        foreach (var locale in Locales())
        {
            string[] arguments = [.. Arguments, .. locale, $"--pwfile={passwordFile}", "--pgdata", data];
            run = await ProgramRun.OfAsync(program.Start("initdb", arguments), Limit, cancellation).ConfigureAwait(false);
            if (run.ExitCode == 0)
            {
                return;
            }

            if (!run.Output.Contains("locale", StringComparison.Ordinal))
            {
                break;
            }
        }

        throw Failure(data, run!);
    }

    // Text sorts by code point and knows the letters of all languages, alike on every machine: Debian's C.UTF-8, or PostgreSQL's own.
    private IEnumerable<string[]> Locales()
    {
        yield return ["--locale=C.UTF-8"];
        if (program.Major >= 17)
        {
            yield return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
        }

        yield return ["--locale=C"];
    }

    private TroubleException Failure(string data, ProgramRun run) => run.Output.Contains(ServerLog.DiskIsFull, StringComparison.Ordinal)
        ? FolderTrouble.Full(data)
        : new TroubleException($"PostgreSQL {program.Number} ({program.Folder}) could not prepare a data folder in {data}:\n{run.LastLines()}");
}
