// mistake: still counts a call that is exactly 60 seconds old
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (bool)await redis.ScriptEvaluateAsync("""
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', ARGV[1] - 60000))
            if redis.call('ZCARD', KEYS[1]) >= 5 then return 0 end
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], 60000)
            return 1
            """, ["limit:" + client], [now, Guid.NewGuid().ToString()]);
    }
}
