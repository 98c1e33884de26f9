using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

// A list of the last five times. A call may go on when the fifth-last is 60 s old, or is not there.
public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    public async Task<bool> TryAsync(string client)
    {
        var result = await redis.ScriptEvaluateAsync("""
            local fifth = redis.call('LINDEX', KEYS[1], 4)
            if fifth and ARGV[1] - fifth < 60000 then return 0 end
            redis.call('LPUSH', KEYS[1], ARGV[1])
            redis.call('LTRIM', KEYS[1], 0, 4)
            redis.call('PEXPIRE', KEYS[1], 60000)
            return 1
            """, ["limit:" + client], [clock.GetUtcNow().ToUnixTimeMilliseconds()]);
        return (int)result == 1;
    }
}
