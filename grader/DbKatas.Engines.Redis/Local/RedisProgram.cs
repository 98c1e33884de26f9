using System.Diagnostics;
using System.Text.RegularExpressions;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Engines.Redis.Local;

/// <summary>A redis-server program that has run on this machine.</summary>
/// <param name="File">The program's full path.</param>
/// <param name="Number">"7.0.15".</param>
/// <param name="Major">7 of 7.0.15.</param>
public sealed partial record RedisProgram(string File, string Number, int Major)
{
    // maxmemory counts keys and buffers. What a script gathers in variables only the system can limit, in KB; macOS does not know how.
    private const string WithLimits = "ulimit -v 1000000 2>/dev/null; exec \"$0\" \"$@\"";

    /// <summary>The program with these arguments and little memory, to be started as the server's user in a folder that is open to it.</summary>
    internal ProcessStartInfo Start(params string[] arguments) => Prepare("/bin/sh", ["-c", WithLimits, File, .. arguments]);

    /// <summary>Runs the program once.</summary>
    /// <exception cref="TroubleException">It does not run, or the server's user may not run it.</exception>
    internal static async Task<RedisProgram> AskAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var run = await ProgramRun.OfAsync(Prepare(file, ["--version"]), TimeSpan.FromSeconds(10), cancellation);
            var version = VersionNumber().Match(run.Output);
            return run.ExitCode == 0 && version.Success
                ? new RedisProgram(file, version.Groups["number"].Value, int.Parse(version.Groups["major"].ValueSpan))
                : throw DoesNotRun(file, run.LastLines());
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or TimeoutException)
        {
            throw DoesNotRun(file, e.Message);
        }
    }

    private static TroubleException DoesNotRun(string file, string reason) =>
        new($"{file} is there but does not run{As(ServerUser.Current)}: {reason.TrimEnd('.')}. Bring one that does: {RedisSetup.OtherWays}.");

    private static string As(ServerUser user) => user.Account is null ? "" : $" as {user.Account.Name}";

    private static ProcessStartInfo Prepare(string file, IEnumerable<string> arguments)
    {
        // The caller's own folder may be closed to the server's user.
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = OperatingSystem.IsWindows() ? Path.GetDirectoryName(file)! : "/" };
        ServerUser.Current.RunThis(start);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    [GeneratedRegex(@"server v=(?<number>(?<major>\d+)[\d.]*)")]
    private static partial Regex VersionNumber();
}
