// mistake: forgets the version of a tag after a minute, and the pages from before are valid again
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        var versions = await Task.WhenAll(tags.Select(tag => cache.StringGetAsync("tag:" + tag)));
        var line = string.Join(',', versions.Select(version => (string?)version)) + "\n";
        string? cached = await cache.StringGetAsync("page:" + path);
        if (cached is not null && cached.StartsWith(line, StringComparison.Ordinal))
            return cached[line.Length..];
        var page = await load();
        await cache.StringSetAsync("page:" + path, line + page, TimeSpan.FromSeconds(300));
        return page;
    }

    public Task InvalidateAsync(string tag) => cache.StringSetAsync("tag:" + tag, Guid.NewGuid().ToString(), TimeSpan.FromSeconds(60));
}
