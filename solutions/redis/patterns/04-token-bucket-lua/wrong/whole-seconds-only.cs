// mistake: counts whole seconds and forgets the rest each time, so that who asks often gets nothing
using StackExchange.Redis;

namespace Redis.TokenBuckets;

public readonly record struct Taken(bool Allowed, TimeSpan Wait);

public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    public async Task<Taken> TryTakeAsync(string user, int cost)
    {
        if (cost is < 1 or > 60)
            throw new ArgumentOutOfRangeException(nameof(cost), cost, "A question costs 1 to 60 tokens.");
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var wait = (long)await redis.ScriptEvaluateAsync("""
            local now, cost = tonumber(ARGV[1]), tonumber(ARGV[2])
            local held = redis.call('HMGET', KEYS[1], 'tokens', 'at')
            local tokens, at = tonumber(held[1] or 60), tonumber(held[2] or now)
            now = math.max(now, at)
            tokens = math.min(60, tokens + math.floor((now - at) / 1000))
            local wait = 0
            if tokens >= cost then tokens = tokens - cost else wait = math.ceil((cost - tokens) * 1000) end
            redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
            redis.call('EXPIRE', KEYS[1], 60)
            return wait
            """, ["bucket:" + user], [now, cost]);
        return new Taken(wait == 0, TimeSpan.FromMilliseconds(wait));
    }
}
