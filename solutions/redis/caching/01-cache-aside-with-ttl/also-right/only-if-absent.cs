using StackExchange.Redis;

namespace Redis.CacheAside;

// Two programs that load at the same time: the first value stays, both return what they loaded.
public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    public async Task<string?> GetAsync(int id)
    {
        RedisKey key = "profile:" + id;
        string? cached = await cache.StringGetAsync(key);
        if (cached != null)
            return cached;
        var profile = await load(id);
        if (profile != null)
            await cache.StringSetAsync(key, profile, TimeSpan.FromMinutes(1), When.NotExists);
        return profile;
    }

    public async Task ForgetAsync(int id) => await cache.KeyDeleteAsync("profile:" + id);
}
