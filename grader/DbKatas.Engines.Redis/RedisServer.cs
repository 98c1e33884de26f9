namespace DbKatas.Engines.Redis;

/// <summary>
/// A running Redis on which the grader is administrator. Disposing ends what was started for this run: nothing for a server that
/// somebody else runs.
/// </summary>
/// <param name="address">Where it answers the administrator.</param>
/// <param name="origin">How the server came to be, for the verdict: "private server", "DBKATAS_REDIS", "container".</param>
public class RedisServer(RedisAddress address, string origin) : IAsyncDisposable
{
    public RedisAddress Address { get; } = address;

    public string Origin { get; } = origin;

    /// <summary>
    /// True when this run alone uses the server, so that all of it may be emptied between katas. False for a server of somebody else's,
    /// on which only databases that are empty are used.
    /// </summary>
    public bool IsOurs { get; init; }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
