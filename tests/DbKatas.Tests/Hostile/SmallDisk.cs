using System.Diagnostics;
using DbKatas.Tests.Cli;

namespace DbKatas.Tests.Hostile;

/// <summary>
/// Runs commands with a few megabytes of memory in a folder's place: in a mount namespace of their own, which root may make, and elsewhere
/// whoever may have a user namespace.
/// </summary>
internal static class SmallDisk
{
    private static readonly string[] AsRoot = ["--mount"];
    private static readonly string[] AsUser = ["--user", "--map-root-user", "--mount"];

    private static readonly Lazy<string[]?> Way = new(() => ((string[][])[AsRoot, AsUser]).FirstOrDefault(Works));

    /// <summary>False where this machine lets nobody do so.</summary>
    public static bool IsHere => Way.Value is not null;

    /// <param name="disks">The folders, and how many megabytes each of them has; 0 for a full one.</param>
    /// <param name="folder">Where to run.</param>
    /// <param name="variables">Of the environment.</param>
    /// <param name="command">What to run. What is left in the folders afterwards is told on standard error, a path a line.</param>
    public static Task<CommandRun> RunAsync((string Folder, int Megabytes)[] disks, string folder, (string, string)[] variables, params string[] command)
    {
        // As the user who runs the tests again: the servers refuse to be run by whoever looks like root and is none.
        var back = Way.Value == AsUser ? "unshare --user --map-user=$user --map-group=$group " : "";
        var mounts = disks.Select(disk => $"mount -t tmpfs -o mode=777,size={Math.Max(1, disk.Megabytes)}m disk {disk.Folder}; "
            + (disk.Megabytes == 0 ? $"dd if=/dev/zero of={disk.Folder}/full bs=1M count=1 2>&-; " : ""));
        var script = $"{string.Concat(mounts)}{back}\"$@\"; code=$?; rm -f {string.Join(' ', disks.Select(disk => disk.Folder + "/full"))}; "
            + $"find {string.Join(' ', disks.Select(disk => disk.Folder))} -mindepth 1 >&2; exit $code";
        var prefix = $"user=$(id -u) group=$(id -g) exec unshare {string.Join(' ', Way.Value!)} sh -euc 'set +e; {script}' sh \"$@\"";
        return CommandRun.RunAsync(folder, variables, "/bin/sh", ["-c", $"export user group; {prefix}", "sh", .. command]);
    }

    private static bool Works(string[] options)
    {
        try
        {
            using var trial = Process.Start(new ProcessStartInfo("unshare", [.. options, "mount", "-t", "tmpfs", "trial", "/mnt"]) { RedirectStandardError = true });
            trial!.WaitForExit();
            return trial.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
