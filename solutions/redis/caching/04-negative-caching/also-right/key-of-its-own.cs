using StackExchange.Redis;

namespace Redis.NegativeCaching;

// An absence stands in a key of its own. Both keys are read by one MGET, and forgotten by one DEL.
public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        var known = await cache.StringGetAsync(Keys(code));
        if (!known[0].IsNull)
            return known[0];
        if (!known[1].IsNull)
            return null;
        var description = await load(code);
        var (key, value, seconds) = description is null ? (Keys(code)[1], "", 30) : (Keys(code)[0], description, 300);
        await cache.StringSetAsync(key, value, TimeSpan.FromSeconds(seconds));
        return description;
    }

    public Task ForgetAsync(string code) => cache.KeyDeleteAsync(Keys(code));

    private static RedisKey[] Keys(string code) => ["product:" + code, "nowhere:" + code];
}
