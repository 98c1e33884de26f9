using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

// In one transaction: count, and give the key an expiry if it has none (NX, since Redis 7): only the first call of a window does.
public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client)
    {
        RedisKey key = "limit:" + client;
        var transaction = redis.CreateTransaction();
        var calls = transaction.StringIncrementAsync(key);
        _ = transaction.ExecuteAsync("EXPIRE", key, "60", "NX");
        await transaction.ExecuteAsync();
        return await calls <= 5;
    }
}
