// mistake: collects absent codes in one set, where each new one makes all others live longer
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    public async Task<string?> GetAsync(string code)
    {
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached;
        if (await cache.SetContainsAsync("nowhere", code))
            return null;
        var description = await load(code);
        if (description is null)
        {
            var transaction = cache.CreateTransaction();
            _ = transaction.SetAddAsync("nowhere", code);
            _ = transaction.KeyExpireAsync("nowhere", TimeSpan.FromSeconds(30));
            await transaction.ExecuteAsync();
        }
        else
        {
            await cache.StringSetAsync("product:" + code, description, TimeSpan.FromSeconds(300));
        }
        return description;
    }

    public async Task ForgetAsync(string code)
    {
        await cache.KeyDeleteAsync("product:" + code);
        await cache.SetRemoveAsync("nowhere", code);
    }
}
