using StackExchange.Redis;

namespace Redis.TokenBuckets;

public readonly record struct Taken(bool Allowed, TimeSpan Wait);

// Tokens with their fraction, as the textbook has it.
public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    public async Task<Taken> TryTakeAsync(string user, int cost)
    {
        if (cost is < 1 or > 60)
            throw new ArgumentOutOfRangeException(nameof(cost), cost, "A question costs 1 to 60 tokens.");
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var wait = (long)await redis.ScriptEvaluateAsync("""
            local now, cost = tonumber(ARGV[1]), tonumber(ARGV[2])
            local tokens, at = tonumber(redis.call('HGET', KEYS[1], 'tokens') or 60), tonumber(redis.call('HGET', KEYS[1], 'at') or now)
            if now < at then now = at end
            tokens = math.min(60, tokens + (now - at) / 1000)
            local wait = 0
            if tokens >= cost then tokens = tokens - cost else wait = math.ceil((cost - tokens) * 1000) end
            redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
            redis.call('EXPIRE', KEYS[1], 61)
            return wait
            """, ["bucket:" + user], [now, cost]);
        return new Taken(wait == 0, TimeSpan.FromMilliseconds(wait));
    }
}
