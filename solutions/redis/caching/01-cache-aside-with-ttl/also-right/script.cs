using StackExchange.Redis;

namespace Redis.CacheAside;

// The cache's part in two Lua scripts; SETEX sets both at once.
public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    public async Task<string?> GetAsync(int id)
    {
        RedisKey[] key = ["profile:" + id];
        var cached = await cache.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", key);
        if (!cached.IsNull)
            return (string?)cached;
        var profile = await load(id);
        if (profile is null)
            return null;
        await cache.ScriptEvaluateAsync("return redis.call('SETEX', KEYS[1], 60, ARGV[1])", key, [profile]);
        return profile;
    }

    public Task ForgetAsync(int id) => cache.ScriptEvaluateAsync("return redis.call('DEL', KEYS[1])", ["profile:" + id]);
}
