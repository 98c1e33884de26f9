using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

// A script that sees to the window first: a key without an expiry, as a new one is, starts at nothing with its minute.
public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client)
    {
        var calls = (int)await redis.ScriptEvaluateAsync(
            "if redis.call('PTTL', KEYS[1]) < 0 then redis.call('SET', KEYS[1], '0', 'EX', '60') end return redis.call('INCR', KEYS[1])",
            new RedisKey[] { "limit:" + client });
        return calls is >= 1 and <= 5;
    }
}
