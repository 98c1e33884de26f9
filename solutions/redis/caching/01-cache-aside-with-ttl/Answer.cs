using StackExchange.Redis;

namespace Redis.CacheAside;

public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    /// <summary>The profile of a user: from the cache, or else loaded and cached for 60 seconds. Null when there is no such user.</summary>
    public async Task<string?> GetAsync(int id)
    {
        var cached = await cache.StringGetAsync(Key(id));
        // Not HasValue: it is false for an empty text as well.
        if (!cached.IsNull)
            return cached;
        var profile = await load(id);
        if (profile is not null)
            await cache.StringSetAsync(Key(id), profile, Lifetime);
        return profile;
    }

    /// <summary>Takes a profile out of the cache.</summary>
    public Task ForgetAsync(int id) => cache.KeyDeleteAsync(Key(id));

    private static RedisKey Key(int id) => $"profile:{id}";
}
