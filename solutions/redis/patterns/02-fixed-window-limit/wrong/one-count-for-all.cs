// mistake: counts all clients together
using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client) => (long)await redis.ScriptEvaluateAsync("""
        local calls = redis.call('INCR', KEYS[1])
        if calls == 1 then redis.call('EXPIRE', KEYS[1], 60) end
        return calls
        """, ["limit:" + "calls"]) <= 5;
}
