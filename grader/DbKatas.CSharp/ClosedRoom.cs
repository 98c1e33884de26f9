using System.Diagnostics;

namespace DbKatas.CSharp;

/// <summary>
/// Starts a program that may see .NET, its own files and what it is given, and write in one folder. Where the system has no Landlock
/// (Windows, macOS, an old Linux) it sees what the grader's user sees; there an answer is trusted with the files of whoever grades it.
/// </summary>
internal static class ClosedRoom
{
    // What .NET itself and the resolver of host names read.
    public static IReadOnlyList<string> System { get; } =
    [
        "/usr", "/lib", "/lib64", "/bin", "/proc", "/sys", "/etc/ld.so.cache", "/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf",
        "/etc/gai.conf", "/etc/services", "/etc/localtime", "/etc/ssl", "/etc/pki", "/etc/passwd", "/run/systemd/resolve",
    ];

    private static readonly string[] Devices = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];

    /// <summary>True where files outside are really out of sight.</summary>
    public static bool IsClosed => Landlock.Version > 0;

    /// <param name="program">What to start.</param>
    /// <param name="writable">The program's own folder.</param>
    /// <param name="readable">Files that it is given, besides the system's, .NET's and the grader's programs.</param>
    public static Process Start(ProcessStartInfo program, string writable, IEnumerable<string> readable)
    {
        if (!IsClosed)
            return Process.Start(program)!;
        Process? started = null;
        Exception? failure = null;
        string[] open = [.. System, DotnetHost.Folder, DotnetHost.WorkerFolder, .. readable];
        // What a thread gives up it never gets back, and a program that it starts has as little: so it starts one and ends.
        var thread = new Thread(() =>
        {
            try
            {
                Landlock.Enter(open, [writable], Devices);
                started = Process.Start(program);
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join();
        return started ?? throw new InvalidOperationException("The worker could not be started.", failure);
    }
}
