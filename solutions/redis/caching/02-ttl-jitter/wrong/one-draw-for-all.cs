// mistake: draws once, before the loop, so that what is put there together still expires together
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
        await cache.StringSetAsync("product:" + id, text, TimeSpan.FromSeconds(Random.Shared.Next(300, 361)));
        return text;
    }

    public async Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        var lifetime = TimeSpan.FromSeconds(Random.Shared.Next(300, 361));
        foreach (var (id, text) in products)
            await cache.StringSetAsync("product:" + id, text, lifetime);
    }
}
