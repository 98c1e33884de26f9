// mistake: takes turns within one server, and all servers refresh
using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _refreshing = new();

    public async Task<string> GetAsync(string name)
    {
        var cached = await cache.StringGetWithExpiryAsync("row:" + name);
        if (cached.Value.IsNull)
            return await LoadAsync(name);
        var token = Guid.NewGuid().ToString();
        if (cached.Expiry < TimeSpan.FromSeconds(600) && _refreshing.TryAdd(name, token))
            _ = RefreshAsync(name, token);
        return cached.Value!;
    }

    private async Task RefreshAsync(string name, string token)
    {
        try
        {
            await LoadAsync(name);
        }
        catch (Exception)
        {
        }
        finally
        {
            _refreshing.TryRemove(name, out _);
        }
    }

    private async Task<string> LoadAsync(string name)
    {
        var row = await load(name);
        await cache.StringSetAsync("row:" + name, row, TimeSpan.FromSeconds(660));
        return row;
    }
}
