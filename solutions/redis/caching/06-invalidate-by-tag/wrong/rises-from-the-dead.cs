// mistake: stores a page that was on its way when its tag was invalidated
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
        var together = cache.CreateTransaction();
        _ = together.StringSetAsync("page:" + path, page, TimeSpan.FromSeconds(300));
        foreach (var tag in tags)
        {
            _ = together.SetAddAsync("tag:" + tag, path);
            _ = together.KeyExpireAsync("tag:" + tag, TimeSpan.FromSeconds(600));
        }
        await together.ExecuteAsync();
        return page;
    }

    public async Task InvalidateAsync(string tag)
    {
        foreach (string? path in await cache.SetMembersAsync("tag:" + tag))
            await cache.KeyDeleteAsync("page:" + path);
        await cache.KeyDeleteAsync("tag:" + tag);
    }
}
