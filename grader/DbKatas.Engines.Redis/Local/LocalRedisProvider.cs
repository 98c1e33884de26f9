using System.Security.Cryptography;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Engines.Redis.Local;

/// <summary>A private server from the redis-server of this machine, on a loopback port of its own, which keeps nothing.</summary>
/// <param name="programs">Where to find Redis.</param>
/// <param name="folder">Where servers work, each in a numbered folder of its own.</param>
public sealed class LocalRedisProvider(RedisPrograms programs, string folder) : IRedisProvider
{
    private const int MostPorts = 5;

    /// <summary>How a port is chosen; a seam for tests.</summary>
    internal Func<int> ChoosePort { get; init; } = FreePort.Any;

    /// <summary>The server of the user who runs the grader.</summary>
    public static LocalRedisProvider OfThisUser()
    {
        var cache = CacheFolder.OfThisUser();
        return new LocalRedisProvider(RedisPrograms.OfThisMachine(cache), cache.At("redis", "run"));
    }

    public string Name => "a private server";

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            return this.Closed("There is no Redis server for Windows.");
        if (await programs.FindAsync(cancellation) is not { } program)
            return this.Closed("This machine has no redis-server.");
        await using var server = await TryStartAsync(cancellation);
        return this.Open($"Redis {program.Number} starts from {program.File}.");
    }

    public async Task<RedisServer?> TryStartAsync(CancellationToken cancellation)
    {
        // Redis has no server for Windows, and the guard that ends a forgotten one is a Unix shell.
        if (OperatingSystem.IsWindows() || await programs.FindAsync(cancellation) is not { } program)
            return null;
        var (path, hold) = new NumberedFolders(folder).Take();
        var place = new RedisFolder(path, hold);
        try
        {
            return new LocalRedis(await StartAsync(program, place, cancellation), place);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private async Task<RedisProcess> StartAsync(RedisProgram program, RedisFolder place, CancellationToken cancellation)
    {
        var password = RandomNumberGenerator.GetHexString(32);
        var port = 0;
        for (var i = 0; i < MostPorts; i++)
        {
            port = ChoosePort();
            await place.PrepareAsync(RedisSettings.Text(place.Path, port, password), cancellation);
            if (await RedisProcess.TryStartAsync(program, place, new RedisAddress("127.0.0.1", port, null, password), cancellation) is { } process)
                return process;
        }
        throw new TroubleException(
            $"Redis found its port in use {MostPorts} times in a row, last 127.0.0.1:{port}. Another program takes ports as fast as they are free: "
            + $"end it, or grade on a server of your own by {RedisConnectionStringProvider.Variable}.");
    }
}
