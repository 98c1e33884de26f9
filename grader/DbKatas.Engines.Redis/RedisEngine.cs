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
    private readonly SharedSession<RedisSession> _beside = new(cancellation => StartAsync(startServer, cancellation));

    /// <summary>The session for the next kata. All katas of a run share it while its server answers.</summary>
    /// <exception cref="TroubleException">There is no server. The same trouble is told to every kata, without trying again for each.</exception>
    public Task<RedisSession> SessionAsync(CancellationToken cancellation) => _session.GetAsync(cancellation);

    /// <summary>
    /// An empty database for one answer. A server gives one at a time, because scripts and channels are common to all of a server: who asks
    /// for a second waits until the first is disposed, so never hold two.
    /// </summary>
    /// <exception cref="TroubleException">There is no server, or no free database on it.</exception>
    public Task<RedisScratch> ScratchAsync(CancellationToken cancellation) => ScratchAsync(SessionAsync, cancellation);

    /// <summary>The same on a second server while the first is in use, if servers are started for this run: for answers that are judged beside each other.</summary>
    /// <exception cref="TroubleException">There is no server, or no free database on it.</exception>
    public Task<RedisScratch> ScratchBesideAsync(CancellationToken cancellation) => ScratchAsync(FreeSessionAsync, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _beside.DisposeAsync();
    }

    private async Task<RedisSession> FreeSessionAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(cancellation);
        if (!session.IsOurs || session.Turn.CurrentCount > 0)
            return session;
        try
        {
            var beside = await _beside.GetAsync(cancellation);
            return beside.Turn.CurrentCount > 0 ? beside : session;
        }
        catch (TroubleException)
        {
            // There is room for one only.
            return session;
        }
    }

    private static async Task<RedisScratch> ScratchAsync(Func<CancellationToken, Task<RedisSession>> choose, CancellationToken cancellation)
    {
        while (true)
        {
            var session = await choose(cancellation);
            // Null when the server was lost to the answer before: the next turn brings another.
            if (await RedisScratch.TryCreateAsync(session, cancellation) is { } scratch)
                return scratch;
        }
    }

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
