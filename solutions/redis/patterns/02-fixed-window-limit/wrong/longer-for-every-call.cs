// mistake: begins the minute anew with every call, so that a busy client is never let in again
using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client) => (long)await redis.ScriptEvaluateAsync("""
        local calls = redis.call('INCR', KEYS[1])
        redis.call('EXPIRE', KEYS[1], 60)
        return calls
        """, ["limit:" + client]) <= 5;
}
