using StackExchange.Redis;

namespace Redis.InvalidateByTag;

// A page is a hash: its text, and for each tag the version that it was made under.
public sealed class PageCache(IDatabase cache)
{
    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        RedisKey key = "page/" + path;
        var versions = await Task.WhenAll(tags.Select(tag => cache.StringGetAsync("tag/" + tag)));
        var cached = (await cache.HashGetAllAsync(key)).ToDictionary(field => (string)field.Name!, field => field.Value);
        if (cached.TryGetValue("text", out var text) && tags.Zip(versions).All(tag => cached.GetValueOrDefault("tag/" + tag.First) == Version(tag.Second)))
            return text!;
        var page = await load();
        var together = cache.CreateTransaction();
        _ = together.KeyDeleteAsync(key);
        _ = together.HashSetAsync(key, [new("text", page), .. tags.Zip(versions, (tag, version) => new HashEntry("tag/" + tag, Version(version)))]);
        _ = together.KeyExpireAsync(key, TimeSpan.FromSeconds(300));
        await together.ExecuteAsync();
        return page;
    }

    public async Task InvalidateAsync(string tag) => await cache.ExecuteAsync("SET", "tag/" + tag, Guid.NewGuid().ToString(), "EX", "600");

    private static RedisValue Version(RedisValue version) => version.IsNull ? "never" : version;
}
