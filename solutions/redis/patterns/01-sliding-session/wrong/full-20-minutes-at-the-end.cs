// mistake: checks the 8 hours, and still gives 20 minutes at their end, so that the session stays behind
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
        if (session?.Split(' ', 2) is not [var began, var user])
            return null;
        var left = TimeSpan.FromHours(8) - (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(began)));
        if (left <= TimeSpan.Zero)
            return null;
        await redis.KeyExpireAsync("session:" + token, TimeSpan.FromMinutes(20));
        return user;
    }

    public async Task EndAsync(string token) => await redis.KeyDeleteAsync("session:" + token);
}
