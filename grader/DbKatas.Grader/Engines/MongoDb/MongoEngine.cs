namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>MongoDB for a run: the server is looked for when the first kata needs it, and kept for all katas.</summary>
/// <param name="startServer">Finds or starts a server; throws <see cref="TroubleException"/> when there is none.</param>
public sealed class MongoEngine(Func<CancellationToken, Task<IMongoServer>> startServer) : IAsyncDisposable
{
    /// <summary>The name in kata.json's "engines" and "needs".</summary>
    public const string Name = "mongodb";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IMongoServer? _server;
    private TroubleException? _trouble;

    /// <summary>True once a server has been found.</summary>
    internal bool IsOpen => _server is not null;

    /// <exception cref="TroubleException">There is no server. The same trouble is told to every kata, without trying again for each.</exception>
    public async Task<IMongoServer> ServerAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_trouble is not null)
                throw _trouble;
            return _server ??= await startServer(cancellation);
        }
        catch (TroubleException trouble)
        {
            _trouble = trouble;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _turn.Dispose();
    }
}
