// mistake: writes into the cache and never reads it
using StackExchange.Redis;

namespace Redis.CacheAside;

public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    public async Task<string?> GetAsync(int id)
    {
        var profile = await load(id);
        if (profile is not null)
            await cache.StringSetAsync("profile:" + id, profile, TimeSpan.FromSeconds(60));
        return profile;
    }

    public Task ForgetAsync(int id) => cache.KeyDeleteAsync("profile:" + id);
}
