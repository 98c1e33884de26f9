// mistake: does not cache that there is nothing
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached;
        var description = await load(code);
        if (description is not null)
            await cache.StringSetAsync("product:" + code, description, TimeSpan.FromSeconds(300));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync("product:" + code);
}
