// mistake: sets all values with MSET, which knows no expiry, and the expiries afterwards
using StackExchange.Redis;

namespace Redis.TtlJitter;

public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    public async Task<string> GetAsync(int id)
    {
        string? cached = await cache.StringGetAsync("product:" + id);
        if (cached is not null)
            return cached;
        var text = await load(id);
        await WarmAsync(new Dictionary<int, string> { [id] = text });
        return text;
    }

    public async Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        await cache.StringSetAsync(products.Select(p => new KeyValuePair<RedisKey, RedisValue>("product:" + p.Key, p.Value)).ToArray());
        foreach (var id in products.Keys)
            await cache.KeyExpireAsync("product:" + id, TimeSpan.FromSeconds(300 + Random.Shared.Next(61)));
    }
}
