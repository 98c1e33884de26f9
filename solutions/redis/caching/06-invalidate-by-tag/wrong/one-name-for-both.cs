// mistake: calls the key of a page and the key of a tag by the same name
using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        var versions = await Task.WhenAll(tags.Select(tag => cache.StringGetAsync(tag)));
        var line = string.Join(',', versions.Select(version => (string?)version)) + "\n";
        string? cached = await cache.StringGetAsync(path);
        if (cached is not null && cached.StartsWith(line, StringComparison.Ordinal))
            return cached[line.Length..];
        var page = await load();
        await cache.StringSetAsync(path, line + page, TimeSpan.FromSeconds(300));
        return page;
    }

    public Task InvalidateAsync(string tag) => cache.StringSetAsync(tag, Guid.NewGuid().ToString(), TimeSpan.FromSeconds(600));
}
