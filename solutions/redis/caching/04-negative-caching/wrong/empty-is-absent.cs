// mistake: lets an empty text stand for absence, and a product with an empty description is gone
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached.Length == 0 ? null : cached;
        var description = await load(code);
        await cache.StringSetAsync("product:" + code, description ?? "", TimeSpan.FromSeconds(description is null ? 30 : 300));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync("product:" + code);
}
