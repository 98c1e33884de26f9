// mistake: counts from the first call on, and the window has a seam
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (bool)await redis.ScriptEvaluateAsync("""
            local calls = redis.call('INCR', KEYS[1])
            if calls == 1 then redis.call('PEXPIRE', KEYS[1], 60000) end
            return calls <= 5 and 1 or 0
            """, ["limit:" + client], [now, Guid.NewGuid().ToString()]);
    }
}
