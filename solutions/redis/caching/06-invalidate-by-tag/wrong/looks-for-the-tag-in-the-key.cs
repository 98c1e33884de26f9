// mistake: writes the tags into the page's key and looks for them with a pattern, so that tea is found in teapot
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        RedisKey key = $"page:{path}:{string.Join(',', tags)}";
        string? cached = await cache.StringGetAsync(key);
        if (cached is not null)
            return cached;
        var page = await load();
        await cache.StringSetAsync(key, page, TimeSpan.FromSeconds(300));
        return page;
    }

    public async Task InvalidateAsync(string tag)
    {
        var keys = (RedisKey[])(await cache.ExecuteAsync("KEYS", $"page:*{tag}*"))!;
        await cache.KeyDeleteAsync(keys);
    }
}
