// mistake: uses the time as the member, so that calls of one millisecond are one
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (bool)await redis.ScriptEvaluateAsync("""
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1] - 60000)
            if redis.call('ZCARD', KEYS[1]) >= 5 then return 0 end
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[1])
            redis.call('PEXPIRE', KEYS[1], 60000)
            return 1
            """, ["limit:" + client], [now, Guid.NewGuid().ToString()]);
    }
}
