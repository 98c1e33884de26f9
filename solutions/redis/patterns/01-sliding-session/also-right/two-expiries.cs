using StackExchange.Redis;

namespace Redis.SlidingSession;

// Two keys and no clock: the user's lives for 8 hours, the other for as long as silence may last. It takes both.
public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    public async Task<string> StartAsync(string user)
    {
        _ = clock;
        var token = Guid.NewGuid().ToString("N");
        var together = redis.CreateTransaction();
        _ = together.StringSetAsync(User(token), user, TimeSpan.FromHours(8));
        _ = together.StringSetAsync(Awake(token), 1, TimeSpan.FromMinutes(20));
        await together.ExecuteAsync();
        return token;
    }

    public async Task<string?> FindAsync(string token)
    {
        var result = await redis.ScriptEvaluateAsync("""
            local user, left = redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])
            if not user or redis.call('EXISTS', KEYS[2]) == 0 then
              redis.call('DEL', KEYS[1], KEYS[2])
              return false
            end
            redis.call('PEXPIRE', KEYS[2], math.min(left, 1200000))
            return user
            """, [User(token), Awake(token)]);
        return (string?)result;
    }

    public Task EndAsync(string token) => redis.KeyDeleteAsync([User(token), Awake(token)]);

    private static RedisKey User(string token) => "session:" + token;

    private static RedisKey Awake(string token) => "awake:" + token;
}
