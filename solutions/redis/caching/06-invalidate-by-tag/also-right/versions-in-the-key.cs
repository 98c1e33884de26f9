using StackExchange.Redis;

namespace Redis.InvalidateByTag;

// The versions are a part of the page's key. A new version makes a new key, and the old one dies by itself.
public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        var versions = tags.Length == 0 ? [] : await cache.StringGetAsync(tags.Select(tag => (RedisKey)("tag:" + tag)).ToArray());
        RedisKey key = $"page:{path}:{string.Join('.', versions.Select(version => (long)version))}";
        string? cached = await cache.StringGetAsync(key);
        if (cached is not null)
            return cached;
        var page = await load();
        await cache.StringSetAsync(key, page, TimeSpan.FromMinutes(5));
        return page;
    }

    // Counting begins at 1 again only when no page of the last ten minutes is left.
    public Task InvalidateAsync(string tag) => cache.ScriptEvaluateAsync("""
        redis.call('INCR', KEYS[1])
        redis.call('EXPIRE', KEYS[1], 600)
        """, ["tag:" + tag]);
}
