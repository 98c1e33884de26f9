// mistake: lets an unlikely text stand for absence, until somebody describes a product by it
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    private const string Absent = "__no_such_product__";

    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached == Absent ? null : cached;
        var description = await load(code);
        await cache.StringSetAsync("product:" + code, description ?? Absent, TimeSpan.FromSeconds(description is null ? 30 : 300));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync("product:" + code);
}
