using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

// In one transaction: make the key with its expiry if it is not there, then count. Nothing can expire between the two.
public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client)
    {
        RedisKey key = "limit:" + client;
        var together = redis.CreateTransaction();
        _ = together.StringSetAsync(key, 0, TimeSpan.FromMinutes(1), When.NotExists);
        var calls = together.StringIncrementAsync(key);
        await together.ExecuteAsync();
        return await calls < 6;
    }
}
