// mistake: keeps the set of a tag for ever
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
        await cache.StringSetAsync("page:" + path, page, TimeSpan.FromSeconds(300));
        foreach (var tag in tags)
            await cache.SetAddAsync("tag:" + tag, path);
        return page;
    }

    public async Task InvalidateAsync(string tag)
    {
        foreach (string? path in await cache.SetMembersAsync("tag:" + tag))
            await cache.KeyDeleteAsync("page:" + path);
        await cache.KeyDeleteAsync("tag:" + tag);
    }
}
