using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

// Without Lua: look at the five times, and write the new ones on condition that nobody has written meanwhile.
public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        RedisKey key = "limit:" + client;
        while (true)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            string? seen = await redis.StringGetAsync(key);
            var times = (seen ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).Where(time => now - time < 60_000).ToList();
            if (times.Count >= 5)
                return false;
            var transaction = redis.CreateTransaction();
            transaction.AddCondition(seen is null ? Condition.KeyNotExists(key) : Condition.StringEqual(key, seen));
            _ = transaction.StringSetAsync(key, string.Join(' ', times.Append(now)), TimeSpan.FromSeconds(60));
            if (await transaction.ExecuteAsync())
                return true;
        }
    }
}
