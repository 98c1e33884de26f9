// mistake: counts in one step and writes down in another, and others count in between
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        RedisKey key = "limit:" + client;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await redis.SortedSetRemoveRangeByScoreAsync(key, double.NegativeInfinity, now - 60_000);
        if (await redis.SortedSetLengthAsync(key) >= 5)
            return false;
        var transaction = redis.CreateTransaction();
        _ = transaction.SortedSetAddAsync(key, Guid.NewGuid().ToString(), now);
        _ = transaction.KeyExpireAsync(key, TimeSpan.FromSeconds(60));
        await transaction.ExecuteAsync();
        return true;
    }
}
