// mistake: reads the count and writes it back, and others read it in between
using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client)
    {
        RedisKey key = "limit:" + client;
        var calls = (int)await redis.StringGetAsync(key);
        if (calls >= 5)
            return false;
        if (calls == 0)
            await redis.StringSetAsync(key, 1, TimeSpan.FromSeconds(60));
        else
            await redis.StringIncrementAsync(key);
        return true;
    }
}
