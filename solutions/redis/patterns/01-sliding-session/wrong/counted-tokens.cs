// mistake: counts the tokens up, so that everybody knows the next one
using StackExchange.Redis;

namespace Redis.SlidingSession;

public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    private static long _last;

    public async Task<string> StartAsync(string user)
    {
        var token = (++_last).ToString("D32");
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
        var life = left < TimeSpan.FromMinutes(20) ? left : TimeSpan.FromMinutes(20);
        await redis.KeyExpireAsync("session:" + token, life);
        return user;
    }

    public async Task EndAsync(string token) => await redis.KeyDeleteAsync("session:" + token);
}
