using DbKatas.Engines.Redis.Local;
using DbKatas.Grader.Engines;

namespace DbKatas.Engines.Redis;

/// <summary>The ways to a Redis server, in the order in which they are asked. The first that has one grades.</summary>
/// <param name="providers">In order of preference.</param>
public sealed class RedisProviders(IReadOnlyList<IRedisProvider> providers)
{
    /// <summary>In the order in which they are asked.</summary>
    internal IReadOnlyList<IRedisProvider> Ways { get; } = providers;

    /// <summary>The usual order: the environment's connection string, then <paramref name="between"/>, then a private server.</summary>
    /// <param name="between">Ways that live in other projects, such as containers.</param>
    public static RedisProviders Usual(params IRedisProvider[] between) =>
        new([RedisConnectionStringProvider.FromEnvironment(), .. between, LocalRedisProvider.OfThisUser()]);

    /// <summary>What <see cref="StartAsync"/> would find, way by way; nothing is left running.</summary>
    public Task<IReadOnlyList<WayFinding>> LookAsync(CancellationToken cancellation) => ServerProviders.LookAsync(Ways, cancellation);

    /// <returns>A server that has answered; the caller disposes it.</returns>
    /// <exception cref="TroubleException">No way has a server, or one that is open failed.</exception>
    public async Task<RedisServer> StartAsync(CancellationToken cancellation) =>
        await ServerProviders.FirstAsync(Ways, cancellation) ?? throw new TroubleException(
            $"""
            There is no Redis to grade on. Any one of these brings one:
              ./kata setup                         fetches Redis for a private server (Debian and Ubuntu, as root)
              docker compose up -d redis           starts one in Docker; then
              export {RedisConnectionStringProvider.Variable}="localhost:6379"
              export {RedisConnectionStringProvider.Variable}=…               names a server that you have
            """);
}
