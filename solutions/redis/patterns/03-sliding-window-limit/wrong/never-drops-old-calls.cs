// mistake: counts the calls of the last minute, and never drops the older ones
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (bool)await redis.ScriptEvaluateAsync("""
            if redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', ARGV[1] - 60000), '+inf') >= 5 then return 0 end
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], 60000)
            return 1
            """, ["limit:" + client], [now, Guid.NewGuid().ToString()]);
    }
}
