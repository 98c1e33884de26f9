// mistake: forgets a product, and not that there was none
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached;
        if (await cache.KeyExistsAsync("nowhere:" + code))
            return null;
        var description = await load(code);
        if (description is null)
            await cache.StringSetAsync("nowhere:" + code, 1, TimeSpan.FromSeconds(30));
        else
            await cache.StringSetAsync("product:" + code, description, TimeSpan.FromSeconds(300));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync("product:" + code);
}
