using StackExchange.Redis;

namespace Redis.TokenBuckets;

/// <param name="Allowed">Whether the tokens were taken out.</param>
/// <param name="Wait">How long until there will be enough; zero when allowed.</param>
public readonly record struct Taken(bool Allowed, TimeSpan Wait);

public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    private const int Capacity = 60;

    // One token a second is a thousandth a millisecond. Counted in thousandths, everything is a whole number: nothing is lost by
    // rounding, and a script's result, which can have no fraction, tells milliseconds to wait.
    private const string Take = """
        local now, cost, capacity = tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000, tonumber(ARGV[3]) * 1000
        local held = redis.call('HMGET', KEYS[1], 'thousandths', 'at')
        local at = tonumber(held[2] or now)
        now = math.max(now, at)
        local level = math.min(capacity, tonumber(held[1] or capacity) + now - at)
        local missing = math.max(0, cost - level)
        if missing == 0 then
          level = level - cost
        end
        redis.call('HSET', KEYS[1], 'thousandths', string.format('%.0f', level), 'at', string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], capacity)
        return missing
        """;

    /// <summary>Takes tokens out of the user's bucket, if it holds so many. It holds at most 60, and one flows in a second.</summary>
    public async Task<Taken> TryTakeAsync(string user, int cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cost, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, Capacity);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var wait = (long)await redis.ScriptEvaluateAsync(Take, [$"bucket:{user}"], [now, cost, Capacity]);
        return new Taken(wait == 0, TimeSpan.FromMilliseconds(wait));
    }
}
