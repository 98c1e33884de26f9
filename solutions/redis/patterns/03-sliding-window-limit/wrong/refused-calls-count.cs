// mistake: writes a call down before it looks, so that refused calls count as well
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (bool)await redis.ScriptEvaluateAsync("""
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1] - 60000)
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], 60000)
            return redis.call('ZCARD', KEYS[1]) <= 5 and 1 or 0
            """, ["limit:" + client], [now, Guid.NewGuid().ToString()]);
    }
}
