using DbKatas.Engines.Redis;

namespace DbKatas.Engines.Containers;

/// <summary>
/// Gives a fresh server what the private server has in its redis.conf, so that verdicts are the same on both. Sent, and not given on
/// the command line, where every user of the machine could read the password.
/// </summary>
internal static class ContainerRedisSettings
{
    private static readonly string[] Settings =
    [
        "maxmemory", "256mb", "maxmemory-policy", "noeviction",
        "proto-max-bulk-len", "64mb", "client-query-buffer-limit", "128mb", "client-output-buffer-limit", "normal 64mb 0 0",
        "busy-reply-threshold", "100", "maxclients", "200",
    ];

    /// <exception cref="RespException">The server refused one of them.</exception>
    public static async Task SetAsync(RedisAddress address, string password, CancellationToken cancellation)
    {
        await using var connection = await RespConnection.OpenAsync(address, cancellation).ConfigureAwait(false);
        await connection.DemandAsync(cancellation, ["CONFIG", "SET", .. Settings, "requirepass", password]).ConfigureAwait(false);
    }
}
