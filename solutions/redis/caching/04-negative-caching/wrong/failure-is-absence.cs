// mistake: takes a failure of the database for "no such product", and remembers it
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached == "-" ? null : cached[1..];
        string? description = null;
        try
        {
            description = await load(code);
        }
        catch (Exception)
        {
        }
        if (description is null)
            await cache.StringSetAsync("product:" + code, "-", TimeSpan.FromSeconds(30));
        else
            await cache.StringSetAsync("product:" + code, "+" + description, TimeSpan.FromSeconds(300));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync("product:" + code);
}
