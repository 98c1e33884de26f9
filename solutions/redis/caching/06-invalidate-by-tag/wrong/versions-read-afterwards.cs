// mistake: reads the versions of the tags when the page has been loaded, and so passes an old page off as new
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        string? cached = await cache.StringGetAsync("page:" + path);
        if (cached is not null && cached.Split('\n', 2) is [var line, var text] && line == await VersionsAsync(tags))
            return text;
        var page = await load();
        await cache.StringSetAsync("page:" + path, await VersionsAsync(tags) + "\n" + page, TimeSpan.FromSeconds(300));
        return page;
    }

    public Task InvalidateAsync(string tag) => cache.StringSetAsync("tag:" + tag, Guid.NewGuid().ToString(), TimeSpan.FromSeconds(600));

    private async Task<string> VersionsAsync(string[] tags)
    {
        var versions = await Task.WhenAll(tags.Select(tag => cache.StringGetAsync("tag:" + tag)));
        return string.Join(',', versions.Select(version => (string?)version));
    }
}
