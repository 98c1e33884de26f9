using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

// The script decides, and a call that is refused changes nothing.
public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client) => (bool)await redis.ScriptEvaluateAsync("""
        local calls = tonumber(redis.call('GET', KEYS[1]) or '0')
        if calls >= 5 then return 0 end
        if calls == 0 then redis.call('SET', KEYS[1], 1, 'EX', 60) else redis.call('INCR', KEYS[1]) end
        return 1
        """, ["limit:" + client]);
}
