using System.Diagnostics;
using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>PostgreSQL's server programs in one folder, which have run on this machine.</summary>
/// <param name="Folder">The folder that holds postgres and initdb.</param>
/// <param name="Version">What <c>postgres --version</c> says: "postgres (PostgreSQL) 17.10", with the packager's additions.</param>
/// <param name="Major">17 of 17.10.</param>
public sealed partial record PostgresProgram(string Folder, string Version, int Major)
{
    /// <summary>The version number alone: "17.10".</summary>
    public string Number => VersionNumber().Match(Version).Groups["number"].Value;

    /// <summary>A program of this installation: postgres, initdb, pg_ctl. It starts as the server's user and knows nothing of the caller's settings.</summary>
    internal ProcessStartInfo Start(string name, IEnumerable<string> arguments) => Prepare(FileOf(Folder, name), arguments);

    // What a statement gathers in memory only the system can limit, in KB and for each session; macOS does not know how.
    private const string WithLimits = "ulimit -v 2000000 2>/dev/null; exec \"$0\" \"$@\"";

    /// <summary>The server itself, with little memory for each session.</summary>
    internal ProcessStartInfo StartServer(IEnumerable<string> arguments) => OperatingSystem.IsWindows()
        ? Start("postgres", arguments)
        : Prepare("/bin/sh", ["-c", WithLimits, FileOf(Folder, "postgres"), .. arguments]);

    /// <returns>Whether the folder holds server programs, running or not.</returns>
    internal static bool IsIn(string folder) => File.Exists(FileOf(folder, "postgres")) && File.Exists(FileOf(folder, "initdb"));

    /// <summary>Runs the programs once.</summary>
    /// <exception cref="TroubleException">They don't run, or the server's user may not run them.</exception>
    internal static async Task<PostgresProgram> AskAsync(string folder, CancellationToken cancellation)
    {
        var file = FileOf(folder, "postgres");
        try
        {
            var run = await ProgramRun.OfAsync(Prepare(file, ["--version"]), TimeSpan.FromSeconds(10), cancellation).ConfigureAwait(false);
            var version = VersionNumber().Match(run.Output);
            return run.ExitCode == 0 && version.Success
                ? new PostgresProgram(folder, run.Output.Trim(), int.Parse(version.Groups["major"].ValueSpan))
                : throw DoesNotRun(file, run.LastLines());
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or TimeoutException)
        {
            throw DoesNotRun(file, e.Message);
        }
    }

    private static TroubleException DoesNotRun(string file, string reason) =>
        new($"{file} is there but does not run{As(ServerUser.Current)}: {reason.TrimEnd('.')}. `./kata setup` brings one that does.");

    private static string As(ServerUser user) => user.Account is null ? "" : $" as {user.Account.Name} (PostgreSQL refuses root)";

    private static string FileOf(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static ProcessStartInfo Prepare(string file, IEnumerable<string> arguments)
    {
        // The caller's own folder may be closed to the server's user; "/" and the programs' folder are not.
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = OperatingSystem.IsWindows() ? Path.GetDirectoryName(file)! : "/" };
        ServerUser.Current.RunThis(start);

        // PGPORT, PGDATESTYLE, PGTZ and their like would change the server and with it the verdicts.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    [GeneratedRegex(@"PostgreSQL\) (?<number>(?<major>\d+)\S*)")]
    private static partial Regex VersionNumber();
}
