using System.Diagnostics;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.CSharp;

/// <summary>
/// Where C# answers of other people run: a namespace of their own in which there is no network, no process but theirs, no home folder, and of
/// the machine's files the system's and .NET's alone, to be read. The one way out is the database that their checks have asked for.
/// </summary>
public sealed class Sandbox
{
    /// <summary>The home folder inside: empty, in memory, and gone with the answer.</summary>
    internal const string Home = "/home/answer";

    private const long MostBytesWritten = 256L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ISandboxTool _tool;

    private Sandbox(ISandboxTool tool) => _tool = tool;

    /// <summary>What to say before code of other people is graded where there is no sandbox.</summary>
    public static string Warning { get; } =
        "There is no sandbox on this machine, so C# answers run with your rights: they can reach the network"
        + (ClosedRoom.IsClosed ? ". " : " and read the files that you can read. ")
        + (OperatingSystem.IsLinux()
            ? "Before you grade the code of people whom you do not know, bring bubblewrap (on Debian and Ubuntu: apt install bubblewrap), or grade in a container."
            : "Grade the code of people whom you do not know in a container.");

    /// <summary>Looks for a way to make one, and tries whether this machine lets it work.</summary>
    /// <returns>Null where there is none; then say <see cref="Warning"/>.</returns>
    public static async Task<Sandbox?> FindAsync(CancellationToken cancellation) =>
        await FindAsync(new Bubblewrap(), cancellation) ?? await FindAsync(new Namespaces(), cancellation);

    internal static async Task<Sandbox?> FindAsync(ISandboxTool tool, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var sandbox = new Sandbox(tool);
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

    /// <summary>Starts a program inside.</summary>
    /// <param name="program">Its environment must be what it may see.</param>
    /// <param name="folder">What it and the grader share: it may read there, and connect to the grader's sockets.</param>
    /// <param name="readable">Files that it is given besides.</param>
    /// <param name="over">Ends when the program has ended.</param>
    internal Process Start(ProcessStartInfo program, string folder, IEnumerable<string> readable, Task over)
    {
        Enclose(program, folder, readable);
        var started = new TaskCompletionSource<Process>();
        // The kernel ends what is inside when the thread ends that started it, not the process: one of .NET's own ends after some idle seconds.
        new Thread(() =>
        {
            try
            {
                started.SetResult(Process.Start(program)!);
            }
            catch (Exception failure)
            {
                started.SetException(failure);
                return;
            }
            over.Wait();
        })
        { IsBackground = true }.UnsafeStart();
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Changes how a program will be started, so that it starts inside.</summary>
    private void Enclose(ProcessStartInfo program, string folder, IEnumerable<string> readable)
    {
        var hosts = Path.Combine(folder, "hosts");
        File.WriteAllText(hosts, "127.0.0.1 localhost\n");
        string[] seen = [.. ClosedRoom.System.Where(path => path is not ("/proc" or "/sys" or "/etc/hosts")), DotnetHost.Folder, DotnetHost.WorkerFolder, folder, .. readable];
        string[] command = [.. _tool.Command(new SandboxView(folder, hosts, seen, MostBytesWritten), [program.FileName, .. program.ArgumentList])];
        program.FileName = command[0];
        program.ArgumentList.Clear();
        foreach (var argument in command[1..])
            program.ArgumentList.Add(argument);
    }
}
