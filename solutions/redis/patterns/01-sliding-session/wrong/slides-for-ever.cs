// mistake: prolongs a busy session beyond its 8 hours
using StackExchange.Redis;

namespace Redis.SlidingSession;

public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    public async Task<string> StartAsync(string user)
    {
        var token = Guid.NewGuid().ToString("N");
        var began = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await redis.StringSetAsync("session:" + token, began + " " + user, TimeSpan.FromMinutes(20));
        return token;
    }

    public async Task<string?> FindAsync(string token)
    {
        string? session = await redis.StringGetAsync("session:" + token);
        if (session is null)
            return null;
        await redis.KeyExpireAsync("session:" + token, TimeSpan.FromMinutes(20));
        return session.Split(' ', 2)[1];
    }

    public async Task EndAsync(string token) => await redis.KeyDeleteAsync("session:" + token);
}
