// mistake: remembers an absence as long as a product, so that a new one stays unseen for five minutes
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached == "-" ? null : cached[1..];
        var description = await load(code);
        await cache.StringSetAsync("product:" + code, description is null ? "-" : "+" + description, TimeSpan.FromSeconds(300));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync("product:" + code);
}
