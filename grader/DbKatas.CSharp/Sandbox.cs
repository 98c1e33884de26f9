using System.Diagnostics;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.CSharp;

/// <summary>
/// Where C# answers of other people run: a namespace of their own in which there is no network, no process but theirs, no home folder, and of
/// the machine's files the system's and .NET's alone, to be read. The one way out is the database that their checks have asked for. Made by
/// bubblewrap (github.com/containers/bubblewrap), which needs no rights where the kernel gives user namespaces to everybody.
/// </summary>
public sealed class Sandbox
{
    /// <summary>The home folder inside: empty, in memory, and gone with the answer.</summary>
    internal const string Home = "/home/answer";

    private const long MostBytesWritten = 256L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _program;

    private Sandbox(string program) => _program = program;

    /// <summary>What to say before code of other people is graded where there is no sandbox.</summary>
    public static string Warning { get; } =
        "There is no sandbox on this machine, so C# answers run with your rights: they can reach the network"
        + (ClosedRoom.IsClosed ? ". " : " and read the files that you can read. ")
        + (OperatingSystem.IsLinux()
            ? "Before you grade the code of people whom you do not know, bring bubblewrap (on Debian and Ubuntu: apt install bubblewrap), or grade in a container."
            : "Grade the code of people whom you do not know in a container.");

    /// <summary>Looks for bubblewrap, and tries whether this machine lets it work.</summary>
    /// <returns>Null where there is none; then say <see cref="Warning"/>.</returns>
    public static Task<Sandbox?> FindAsync(CancellationToken cancellation) => FindAsync(ProgramPath.Find("bwrap"), cancellation);

    internal static async Task<Sandbox?> FindAsync(string? program, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || program is null)
            return null;
        var sandbox = new Sandbox(program);
        var folder = Directory.CreateTempSubdirectory("dbkatas-answer-");
        try
        {
            var trial = new ProcessStartInfo("/bin/sh", ["-c", "exit 0"]);
            sandbox.Enclose(trial, folder.FullName, []);
            return (await ProgramRun.OfAsync(trial, Patience, cancellation)).ExitCode == 0 ? sandbox : null;
        }
        catch (Exception fails) when (fails is TimeoutException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Changes how a program will be started, so that it starts inside.</summary>
    /// <param name="program">Its environment must be what it may see.</param>
    /// <param name="folder">What it and the grader share: it may read there, and connect to the grader's sockets.</param>
    /// <param name="readable">Files that it is given besides.</param>
    internal void Enclose(ProcessStartInfo program, string folder, IEnumerable<string> readable)
    {
        var hosts = Path.Combine(folder, "hosts");
        File.WriteAllText(hosts, "127.0.0.1 localhost\n");
        string[] seen = [.. ClosedRoom.System.Where(path => path is not ("/proc" or "/sys" or "/etc/hosts")), DotnetHost.Folder, AppContext.BaseDirectory, folder, .. readable];
        string[] arguments =
        [
            "--unshare-all", "--uid", "1000", "--gid", "1000", "--hostname", "answer", "--cap-drop", "ALL", "--die-with-parent", "--new-session",
            "--proc", "/proc", "--dev", "/dev", "--size", $"{MostBytesWritten}", "--tmpfs", "/tmp", "--size", $"{MostBytesWritten}", "--tmpfs", Home,
            .. seen.SelectMany(path => (string[])["--ro-bind-try", path, path]),
            "--ro-bind", hosts, "/etc/hosts", "--chdir", Home, "--", program.FileName, .. program.ArgumentList,
        ];
        program.FileName = _program;
        program.ArgumentList.Clear();
        foreach (var argument in arguments)
            program.ArgumentList.Add(argument);
    }
}
