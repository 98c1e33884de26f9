namespace DbKatas.Grader.Engines;

/// <summary>A session with a server that is opened when the first kata needs it, kept for all katas, and opened again when it is lost.</summary>
/// <param name="open">Finds or starts a server and opens a session on it; throws <see cref="TroubleException"/> when there is none.</param>
public sealed class SharedSession<TSession>(Func<CancellationToken, Task<TSession>> open) : IAsyncDisposable
    where TSession : class, IEngineSession
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TSession? _session;
    private TroubleException? _trouble;

    /// <summary>True while a session is there, whether or not its server still answers.</summary>
    public bool IsOpen => _session is not null;

    /// <summary>The session for the next kata. All katas of a run share it while its server answers.</summary>
    /// <exception cref="TroubleException">There is no server. The same trouble is told to every kata, without trying again for each.</exception>
    public async Task<TSession> GetAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_trouble is not null)
                throw _trouble;
            if (_session is { IsLost: true })
                await CloseAsync();
            return _session ??= await open(cancellation);
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
        await CloseAsync();
        _turn.Dispose();
    }

    private async Task CloseAsync()
    {
        var session = _session;
        _session = null;
        if (session is not null)
            await session.DisposeAsync();
    }
}
