// mistake: lets a profile live longer each time it is read, so that a busy page shows the old one for ever
using StackExchange.Redis;

namespace Redis.CacheAside;

public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    public async Task<string?> GetAsync(int id)
    {
        RedisKey key = "profile:" + id;
        string? profile = await cache.StringGetAsync(key);
        profile ??= await load(id);
        if (profile is not null)
            await cache.StringSetAsync(key, profile, TimeSpan.FromSeconds(60));
        return profile;
    }

    public Task ForgetAsync(int id) => cache.KeyDeleteAsync("profile:" + id);
}
