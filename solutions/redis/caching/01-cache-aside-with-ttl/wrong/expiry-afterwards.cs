// mistake: sets the value and then its expiry, in two commands
using StackExchange.Redis;

namespace Redis.CacheAside;

public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    public async Task<string?> GetAsync(int id)
    {
        string? cached = await cache.StringGetAsync("profile:" + id);
        if (cached is not null)
            return cached;
        var profile = await load(id);
        if (profile is null)
            return null;
        await cache.StringSetAsync("profile:" + id, profile);
        await cache.KeyExpireAsync("profile:" + id, TimeSpan.FromSeconds(60));
        return profile;
    }

    public Task ForgetAsync(int id) => cache.KeyDeleteAsync("profile:" + id);
}
