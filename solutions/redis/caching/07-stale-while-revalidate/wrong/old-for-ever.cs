// mistake: keeps the old row for ever, and gives it out for days when refreshing fails
using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    public async Task<string> GetAsync(string name)
    {
        var cached = await cache.StringGetAsync(["row:" + name, "fresh:" + name]);
        if (cached[0].IsNull)
            return await LoadAsync(name);
        var token = Guid.NewGuid().ToString();
        if (cached[1].IsNull && await cache.LockTakeAsync("turn:" + name, token, TimeSpan.FromSeconds(30)))
            _ = RefreshAsync(name, token);
        return cached[0]!;
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
        await cache.StringSetAsync("row:" + name, row);
        await cache.StringSetAsync("fresh:" + name, 1, TimeSpan.FromSeconds(60));
        return row;
    }
}
