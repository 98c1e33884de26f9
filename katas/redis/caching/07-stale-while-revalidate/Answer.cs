using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    /// <summary>The row: from the cache if it is at most 660 seconds old, refreshed in the background when older than 60; or else loaded.</summary>
    public Task<string> GetAsync(string name)
    {
        // TODO
        throw new NotImplementedException();
    }
}
