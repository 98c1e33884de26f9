// mistake: sets the expiry with the first call alone, and forgets the later ones with it
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
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], 60000) end
            return 1
            """, ["limit:" + client], [now, Guid.NewGuid().ToString()]);
    }
}
