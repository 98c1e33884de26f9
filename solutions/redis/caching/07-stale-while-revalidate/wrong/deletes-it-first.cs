// mistake: deletes the old row when it begins to refresh, and all others have to wait
using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    public async Task<string> GetAsync(string name)
    {
        var cached = await cache.StringGetWithExpiryAsync("row:" + name);
        if (cached.Value.IsNull)
            return await LoadAsync(name);
        var token = Guid.NewGuid().ToString();
        if (cached.Expiry < TimeSpan.FromSeconds(600) && await cache.LockTakeAsync("turn:" + name, token, TimeSpan.FromSeconds(30)))
        {
            await cache.KeyDeleteAsync("row:" + name);
            _ = RefreshAsync(name, token);
        }
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
            await cache.LockReleaseAsync("turn:" + name, token);
        }
    }

    private async Task<string> LoadAsync(string name)
    {
        var row = await load(name);
        await cache.StringSetAsync("row:" + name, row, TimeSpan.FromSeconds(660));
        return row;
    }
}
