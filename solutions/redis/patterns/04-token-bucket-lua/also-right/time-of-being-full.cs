using StackExchange.Redis;

namespace Redis.TokenBuckets;

public readonly record struct Taken(bool Allowed, TimeSpan Wait);

// The time when the bucket will be full again says how much is in it. A token taken puts that off by a second.
public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    public async Task<Taken> TryTakeAsync(string user, int cost)
    {
        if (cost is < 1 or > 60)
            throw new ArgumentOutOfRangeException(nameof(cost), cost, "A question costs 1 to 60 tokens.");
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var wait = (long)await redis.ScriptEvaluateAsync("""
            local held = redis.call('HMGET', KEYS[1], 'full', 'seen')
            local now, cost = math.max(ARGV[1], tonumber(held[2] or 0)), ARGV[2] * 1000
            local full = math.max(tonumber(held[1] or 0), now)
            local wait = math.max(0, full + cost - 60000 - now)
            if wait == 0 then full = full + cost end
            redis.call('HSET', KEYS[1], 'full', string.format('%.0f', full), 'seen', string.format('%.0f', now))
            redis.call('PEXPIRE', KEYS[1], 120000)
            return wait
            """, ["bucket:" + user], [now, cost]);
        return new Taken(wait == 0, TimeSpan.FromMilliseconds(wait));
    }
}
