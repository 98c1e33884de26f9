// mistake: never ends the window
using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client) => (long)await redis.ScriptEvaluateAsync("""
        return redis.call('INCR', KEYS[1])
        """, ["limit:" + client]) <= 5;
}
