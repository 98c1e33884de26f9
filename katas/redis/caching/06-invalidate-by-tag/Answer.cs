using StackExchange.Redis;

namespace Redis.InvalidateByTag;

public sealed class PageCache(IDatabase cache)
{
    /// <summary>The page: from the cache if none of its tags was invalidated since it began to be loaded, or else loaded and cached for 300 seconds.</summary>
    public Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Makes every cached page that has this tag invalid.</summary>
    public Task InvalidateAsync(string tag)
    {
        // TODO
        throw new NotImplementedException();
    }
}
