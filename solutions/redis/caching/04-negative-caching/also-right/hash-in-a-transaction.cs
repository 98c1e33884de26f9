using StackExchange.Redis;

namespace Redis.NegativeCaching;

// A hash: one field says whether the product exists, the other how it is described. Written with its expiry in one transaction.
public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        RedisKey key = "product:" + code;
        var known = await cache.HashGetAsync(key, ["exists", "description"]);
        if (!known[0].IsNull)
            return (bool)known[0] ? (string?)known[1] : null;
        var description = await load(code);
        HashEntry[] fields = description is null ? [new("exists", false)] : [new("exists", true), new("description", description)];
        var transaction = cache.CreateTransaction();
        _ = transaction.KeyDeleteAsync(key);
        _ = transaction.HashSetAsync(key, fields);
        _ = transaction.KeyExpireAsync(key, TimeSpan.FromSeconds(description is null ? 30 : 300));
        await transaction.ExecuteAsync();
        return description;
    }

    public async Task ForgetAsync(string code) => await cache.KeyDeleteAsync("product:" + code);
}
