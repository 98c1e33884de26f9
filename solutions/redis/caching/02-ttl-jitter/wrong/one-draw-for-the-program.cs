// mistake: draws once, when the program starts
using StackExchange.Redis;

namespace Redis.TtlJitter;

public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(300 + Random.Shared.Next(61));

    public async Task<string> GetAsync(int id)
    {
        string? cached = await cache.StringGetAsync("product:" + id);
        if (cached is not null)
            return cached;
        var text = await load(id);
        await cache.StringSetAsync("product:" + id, text, Lifetime);
        return text;
    }

    public async Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        foreach (var (id, text) in products)
            await cache.StringSetAsync("product:" + id, text, Lifetime);
    }
}
