using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

// The turn simply expires. A row is fresh for longer than a turn lasts, so it is in nobody's way.
public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    public async Task<string> GetAsync(string name)
    {
        RedisKey key = "row:" + name;
        var row = cache.StringGetAsync(key);
        var left = cache.KeyTimeToLiveAsync(key);
        if ((await row).IsNull)
            return await LoadAsync(key, name);
        if (await left < TimeSpan.FromMinutes(10) && await cache.StringSetAsync("turn:" + name, "taken", TimeSpan.FromSeconds(30), When.NotExists))
            _ = QuietlyAsync(LoadAsync(key, name));
        return (await row)!;
    }

    private async Task<string> LoadAsync(RedisKey key, string name)
    {
        var row = await load(name);
        await cache.StringSetAsync(key, row, TimeSpan.FromMinutes(11));
        return row;
    }

    private static async Task QuietlyAsync(Task<string> refresh)
    {
        try
        {
            await refresh;
        }
        catch (Exception)
        {
            // Nobody waits for it.
        }
    }
}
