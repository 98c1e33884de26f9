using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(600);
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromSeconds(30);

    /// <summary>The row: from the cache if it is at most 660 seconds old, refreshed in the background when older than 60; or else loaded.</summary>
    public async Task<string> GetAsync(string name)
    {
        var cached = await cache.StringGetWithExpiryAsync(RowKey(name));
        if (cached.Value.IsNull)
            return await LoadAsync(name);
        // What has less than the old age left to live has its fresh age behind it.
        if (cached.Expiry < Old)
            await BeginRefreshAsync(name);
        return cached.Value!;
    }

    private async Task BeginRefreshAsync(string name)
    {
        var token = Guid.NewGuid().ToString();
        if (await cache.LockTakeAsync(TurnKey(name), token, LongestRefresh))
            // Not awaited: nobody waits for it, and its failure is nobody's.
            _ = RefreshAsync(name, token);
    }

    private async Task RefreshAsync(string name, string token)
    {
        try
        {
            await LoadAsync(name);
        }
        catch (Exception)
        {
            // The old row stays, and a later call tries again.
        }
        finally
        {
            // Only if the turn is still this one's: after 30 s it may be another's.
            await cache.LockReleaseAsync(TurnKey(name), token);
        }
    }

    private async Task<string> LoadAsync(string name)
    {
        var row = await load(name);
        await cache.StringSetAsync(RowKey(name), row, Fresh + Old);
        return row;
    }

    private static RedisKey RowKey(string name) => $"row:{name}";

    private static RedisKey TurnKey(string name) => $"refreshing:{name}";
}
