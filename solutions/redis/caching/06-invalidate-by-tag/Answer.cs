using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(300);

    // Longer than any page: when a version is forgotten, no page is left that was made under an older one.
    private static readonly TimeSpan LifetimeOfVersion = TimeSpan.FromSeconds(600);

    /// <summary>The page: from the cache if none of its tags was invalidated since it began to be loaded, or else loaded and cached for 300 seconds.</summary>
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        // Read before the page is loaded: what is invalidated meanwhile then has another version.
        var (versions, cached) = await ReadAsync(path, tags);
        if (cached is not null && cached.StartsWith(versions, StringComparison.Ordinal))
            return cached[versions.Length..];
        var page = await load();
        await cache.StringSetAsync(PageKey(path), versions + page, Lifetime);
        return page;
    }

    /// <summary>Makes every cached page that has this tag invalid.</summary>
    public Task InvalidateAsync(string tag) => cache.StringSetAsync(TagKey(tag), Guid.NewGuid().ToString("N"), LifetimeOfVersion);

    /// <returns>The tags' versions in one line, and what is cached: such a line, and the page.</returns>
    private async Task<(string Versions, string? Cached)> ReadAsync(string path, string[] tags)
    {
        var values = await cache.StringGetAsync([PageKey(path), .. tags.Select(TagKey)]);
        // A tag that has never been invalidated has no key, and the version "".
        return (string.Join(',', values[1..].Select(version => (string?)version)) + "\n", values[0]);
    }

    private static RedisKey PageKey(string path) => $"page:{path}";

    private static RedisKey TagKey(string tag) => $"tag:{tag}";
}
