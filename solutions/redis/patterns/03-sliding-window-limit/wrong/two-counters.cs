// mistake: estimates from the counts of this minute and the last, as if the calls had come evenly
using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (minute, share) = (now / 60_000, 1 - now % 60_000 / 60_000.0);
        return (bool)await redis.ScriptEvaluateAsync("""
            local before = tonumber(redis.call('GET', KEYS[2]) or '0')
            local calls = tonumber(redis.call('GET', KEYS[1]) or '0')
            if before * tonumber(ARGV[1]) + calls >= 5 then return 0 end
            redis.call('INCR', KEYS[1])
            redis.call('EXPIRE', KEYS[1], 60)
            return 1
            """, [$"limit:{client}:{minute}", $"limit:{client}:{minute - 1}"], [share.ToString("F6", System.Globalization.CultureInfo.InvariantCulture)]);
    }
}
