using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    private const int Calls = 5;
    private const int WindowInMilliseconds = 60_000;

    // The log of the calls that were let through: score is the time, member anything that no other call has.
    private const string Try = """
        local now, window = tonumber(ARGV[1]), tonumber(ARGV[2])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
        if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then
          return 0
        end
        redis.call('ZADD', KEYS[1], now, ARGV[4])
        redis.call('PEXPIRE', KEYS[1], window)
        return 1
        """;

    /// <summary>True when the client may call now: fewer than five of its calls were let through in the last 60 seconds.</summary>
    public async Task<bool> TryAsync(string client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (bool)await redis.ScriptEvaluateAsync(Try, [$"limit:{client}"], [now, WindowInMilliseconds, Calls, Guid.NewGuid().ToString("N")]);
    }
}
