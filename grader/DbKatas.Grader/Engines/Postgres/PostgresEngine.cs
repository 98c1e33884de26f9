namespace DbKatas.Grader.Engines.Postgres;

/// <summary>
/// PostgreSQL for a run: the server is looked for when the first kata needs it, kept for all katas, and looked for again when it is lost.
/// </summary>
/// <param name="startServer">Finds or starts a server; throws <see cref="TroubleException"/> when there is none.</param>
/// <param name="preparesAhead">True for one learner who saves the same answer again and again: scratch databases wait for the next.</param>
public sealed class PostgresEngine(Func<CancellationToken, Task<PostgresServer>> startServer, bool preparesAhead = false) : IAsyncDisposable
{
    /// <summary>The name in kata.json's "engines" and "needs".</summary>
    public const string Name = "postgres";

    private readonly SharedSession<PostgresSession> _session = new(cancellation => StartAsync(startServer, preparesAhead, cancellation));

    /// <summary>True once a server has been found.</summary>
    internal bool IsOpen => _session.IsOpen;

    /// <summary>Who is at work on the server, beside others or alone.</summary>
    internal Turns Turns { get; } = new();

    /// <summary>The session for the next kata. All katas of a run share it while its server answers.</summary>
    /// <exception cref="TroubleException">There is no server. The same trouble is told to every kata, without trying again for each.</exception>
    public Task<PostgresSession> SessionAsync(CancellationToken cancellation) => _session.GetAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        Turns.Dispose();
    }

    private static async Task<PostgresSession> StartAsync(
        Func<CancellationToken, Task<PostgresServer>> startServer, bool preparesAhead, CancellationToken cancellation)
    {
        var server = await startServer(cancellation);
        try
        {
            var session = await PostgresSession.OpenAsync(server, cancellation);
            if (preparesAhead)
                session.Ahead = new ScratchAhead(session);
            return session;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
