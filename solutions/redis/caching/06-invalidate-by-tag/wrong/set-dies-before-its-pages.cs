// mistake: gives the set of a tag its expiry once, with its first page, and later pages outlive it
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        string? cached = await cache.StringGetAsync("page:" + path);
        if (cached is not null)
            return cached;
        var page = await load();
        await cache.ScriptEvaluateAsync("""
            redis.call('SET', KEYS[1], ARGV[2], 'EX', 300)
            for i = 2, #KEYS do
              redis.call('SADD', KEYS[i], ARGV[1])
              if redis.call('TTL', KEYS[i]) < 0 then redis.call('EXPIRE', KEYS[i], 300) end
            end
            """, ["page:" + path, .. tags.Select(tag => (RedisKey)("tag:" + tag))], [path, page]);
        return page;
    }

    public async Task InvalidateAsync(string tag)
    {
        foreach (string? path in await cache.SetMembersAsync("tag:" + tag))
            await cache.KeyDeleteAsync("page:" + path);
        await cache.KeyDeleteAsync("tag:" + tag);
    }
}
