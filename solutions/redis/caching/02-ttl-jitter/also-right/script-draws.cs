using System.Globalization;
using StackExchange.Redis;

namespace Redis.TtlJitter;

// One script for all products. Redis seeds Lua's random numbers alike for each call, so the program sends a seed along.
public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    private const string Put = """
        math.randomseed(tonumber(ARGV[1]))
        for i, key in ipairs(KEYS) do
          redis.call('SET', key, ARGV[i + 1], 'PX', math.random(300000, 360000))
        end
        """;

    public async Task<string> GetAsync(int id)
    {
        var cached = await cache.StringGetAsync("product:" + id);
        if (!cached.IsNull)
            return cached!;
        var text = await load(id);
        await WarmAsync(new Dictionary<int, string> { [id] = text });
        return text;
    }

    public async Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        RedisKey[] keys = [.. products.Keys.Select(id => (RedisKey)("product:" + id))];
        RedisValue[] values = [Random.Shared.Next().ToString(CultureInfo.InvariantCulture), .. products.Values.Select(text => (RedisValue)text)];
        await cache.ScriptEvaluateAsync(Put, keys, values);
    }
}
