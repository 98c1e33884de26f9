// mistake: empties the whole cache
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        var versions = (string?)await cache.StringGetAsync("everything") + "\n";
        string? cached = await cache.StringGetAsync("page:" + path);
        if (cached is not null && cached.StartsWith(versions, StringComparison.Ordinal))
            return cached[versions.Length..];
        var page = await load();
        await cache.StringSetAsync("page:" + path, versions + page, TimeSpan.FromSeconds(300));
        return page;
    }

    public Task InvalidateAsync(string tag) => cache.StringSetAsync("everything", Guid.NewGuid().ToString(), TimeSpan.FromSeconds(600));
}
