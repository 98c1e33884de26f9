using System.Diagnostics;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Engines.Redis.Local;

/// <summary>Brings redis-server on Debian and its kin, once; elsewhere says how to.</summary>
/// <param name="programs">What the machine may hold already.</param>
/// <param name="cache">Where a link to the program is put.</param>
public sealed class RedisSetup(RedisPrograms programs, CacheFolder cache)
{
    internal const string OtherWays = "Debian and Ubuntu: apt-get install redis-server; macOS: brew install redis; or use Docker: docker compose up -d redis";

    /// <summary>
    /// Debian's package redis-server is a link into this one and a system service around it. This one alone starts no service: a learner's
    /// machine gets no open port that nobody asked for.
    /// </summary>
    private const string Package = "redis-tools";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>The apt-get program; null when the machine has none, or when only root could use it. A seam for tests.</summary>
    internal string? Installer { get; init; } = ServerUser.IsRoot ? ProgramPath.Find("apt-get") : null;

    /// <summary>The program inside the package; it is redis-server when it is called so.</summary>
    internal string Packaged { get; init; } = "/usr/bin/redis-check-rdb";

    /// <summary>The setup for the user who runs the grader.</summary>
    public static RedisSetup OfThisUser()
    {
        var cache = CacheFolder.OfThisUser();
        return new RedisSetup(RedisPrograms.Everywhere(cache), cache);
    }

    /// <summary>Installs unless a Redis that can grade is there; says in a line or two what it found or did.</summary>
    /// <returns>The program.</returns>
    /// <exception cref="TroubleException">It can't be brought; the sentence says why and what else would do.</exception>
    public async Task<RedisProgram> EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        if (await PresentAsync(cancellation) is { } present)
        {
            say($"Redis {present.Number} is here: {present.File}");
            return present;
        }
        var installer = Installer ?? throw new TroubleException(
            $"Redis is not here, and the setup brings it only as root on Debian or Ubuntu. The katas in redis/ need it: {OtherWays}");
        say($"Bringing Redis (Debian package {Package}; it starts no service)");
        await InstallAsync(installer, cancellation);
        Link();
        var program = await RedisProgram.AskAsync(RedisPrograms.BroughtIn(cache), cancellation);
        say($"Redis {program.Number} is ready: {program.File}");
        return program.Major >= RedisVersion.Oldest
            ? program
            : throw new TroubleException($"This system's package brings Redis {program.Number}; the katas need {RedisVersion.Oldest} or newer. Use Docker: docker compose up -d redis");
    }

    private async Task<RedisProgram?> PresentAsync(CancellationToken cancellation)
    {
        try
        {
            return await programs.FindAsync(cancellation);
        }
        catch (TroubleException)
        {
            // A program that does not run is a reason to bring one that does.
            return null;
        }
    }

    private async Task InstallAsync(string installer, CancellationToken cancellation)
    {
        if (File.Exists(Packaged))
            return;
        var run = await RunAsync(installer, ["install", "-y", "-qq", "--no-install-recommends", Package], cancellation);
        if (run.ExitCode != 0)
        {
            // A fresh container has no package lists yet.
            await RunAsync(installer, ["update", "-qq"], cancellation);
            run = await RunAsync(installer, ["install", "-y", "-qq", "--no-install-recommends", Package], cancellation);
        }
        if (run.ExitCode != 0 || !File.Exists(Packaged))
            throw new TroubleException($"apt-get could not bring Redis. Is the network there? Instead: {OtherWays}\napt-get's last words:\n{run.LastLines()}");
    }

    private static async Task<ProgramRun> RunAsync(string installer, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(installer, arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            return await ProgramRun.OfAsync(start, Limit, cancellation);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or TimeoutException)
        {
            throw new TroubleException($"apt-get could not bring Redis: {e.Message.TrimEnd('.')}. Instead: {OtherWays}", e);
        }
    }

    private void Link()
    {
        var link = RedisPrograms.BroughtIn(cache);
        try
        {
            OwnFolder.Make(cache.Path);
            OwnFolder.Make(Path.GetDirectoryName(Path.GetDirectoryName(link)!)!);
            OwnFolder.Make(Path.GetDirectoryName(link)!);
            File.Delete(link);
            File.CreateSymbolicLink(link, Packaged);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FolderTrouble.Of(link, e);
        }
    }
}
