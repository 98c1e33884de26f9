using DbKatas.Grader.Engines;

namespace DbKatas.Engines.Redis;

/// <summary>
/// Redis for a run: the server is looked for when the first kata needs it, kept for all katas, and looked for again when it is lost.
/// </summary>
/// <param name="startServer">Finds or starts a server; throws <see cref="TroubleException"/> when there is none.</param>
public sealed class RedisEngine(Func<CancellationToken, Task<RedisServer>> startServer) : IAsyncDisposable
{
    /// <summary>The name in kata.json's "engines" and "needs".</summary>
    public const string Name = "redis";

    private readonly SharedSession<RedisSession> _session = new(cancellation => StartAsync(startServer, cancellation));

    /// <summary>The session for the next kata. All katas of a run share it while its server answers.</summary>
    /// <exception cref="TroubleException">There is no server. The same trouble is told to every kata, without trying again for each.</exception>
    public Task<RedisSession> SessionAsync(CancellationToken cancellation) => _session.GetAsync(cancellation);

    /// <summary>
    /// An empty database for one answer. A server gives one at a time, because scripts and channels are common to all of a server: who asks
    /// for a second waits until the first is disposed, so never hold two.
    /// </summary>
    /// <exception cref="TroubleException">There is no server, or no free database on it.</exception>
    public async Task<RedisScratch> ScratchAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var session = await SessionAsync(cancellation);
            // Null when the server was lost to the answer before: the next turn brings another.
            if (await RedisScratch.TryCreateAsync(session, cancellation) is { } scratch)
                return scratch;
        }
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static async Task<RedisSession> StartAsync(Func<CancellationToken, Task<RedisServer>> startServer, CancellationToken cancellation)
    {
        var server = await startServer(cancellation);
        try
        {
            return await RedisSession.OpenAsync(server, cancellation);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
