using StackExchange.Redis;

namespace Redis.InvalidateByTag;

// A set of paths for each tag. Who loads takes a permit first; invalidating deletes the pages and the permits, and without a permit nothing is stored.
public sealed class PageCache(IDatabase cache)
{
    private const string Begin = """
        redis.call('SET', KEYS[1], ARGV[2], 'EX', 300)
        for i = 2, #KEYS do
          redis.call('SADD', KEYS[i], ARGV[1])
          redis.call('EXPIRE', KEYS[i], 600)
        end
        """;

    private const string Store = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then
          redis.call('DEL', KEYS[1])
          redis.call('SET', KEYS[2], ARGV[2], 'EX', 300)
          for i = 3, #KEYS do
            redis.call('EXPIRE', KEYS[i], 600)
          end
        end
        """;

    private const string Invalidate = """
        for _, path in ipairs(redis.call('SMEMBERS', KEYS[1])) do
          redis.call('DEL', 'page:' .. path, 'permit:' .. path)
        end
        redis.call('DEL', KEYS[1])
        """;

    public async Task<string> GetAsync(string path, string[] tags, Func<Task<string>> load)
    {
        var cached = await cache.StringGetAsync("page:" + path);
        if (!cached.IsNull)
            return cached!;
        var permit = Guid.NewGuid().ToString();
        RedisKey[] sets = [.. tags.Select(tag => (RedisKey)("tag:" + tag))];
        await cache.ScriptEvaluateAsync(Begin, ["permit:" + path, .. sets], [path, permit]);
        var page = await load();
        await cache.ScriptEvaluateAsync(Store, ["permit:" + path, "page:" + path, .. sets], [permit, page]);
        return page;
    }

    public Task InvalidateAsync(string tag) => cache.ScriptEvaluateAsync(Invalidate, ["tag:" + tag]);
}
