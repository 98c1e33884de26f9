using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

// Five places for each client, in a hash: a place is free when its time is 60 s ago. The call takes the first one that is.
public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    private static readonly LuaScript TakePlace = LuaScript.Prepare("""
        local taken = redis.call('HMGET', @key, '1', '2', '3', '4', '5')
        for place = 1, 5 do
          if not taken[place] or tonumber(taken[place]) <= tonumber(@now) - 60000 then
            redis.call('HSET', @key, place, @now)
            redis.call('PEXPIRE', @key, 60000)
            return place
          end
        end
        return 0
        """);

    public async Task<bool> TryAsync(string client)
    {
        var place = await redis.ScriptEvaluateAsync(TakePlace, new { key = (RedisKey)("limit:" + client), now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        return (int)place > 0;
    }
}
