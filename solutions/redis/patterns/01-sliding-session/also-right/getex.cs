using System.Globalization;
using StackExchange.Redis;

namespace Redis.SlidingSession;

// GETEX reads and prolongs in one command; near the end of the 8 hours the expiry is shortened again.
public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    public async Task<string> StartAsync(string user)
    {
        var token = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";
        var ends = clock.GetUtcNow().AddHours(8).ToString("O", CultureInfo.InvariantCulture);
        await redis.ExecuteAsync("SET", "s:" + token, ends + "|" + user, "EX", "1200");
        return token;
    }

    public async Task<string?> FindAsync(string token)
    {
        var session = (string?)await redis.ExecuteAsync("GETEX", "s:" + token, "EX", "1200");
        if (session?.Split('|', 2) is not [var ends, var user])
            return null;
        var left = DateTimeOffset.Parse(ends, CultureInfo.InvariantCulture) - clock.GetUtcNow();
        if (left < TimeSpan.FromMinutes(20))
            await redis.KeyExpireAsync("s:" + token, left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1));
        return left > TimeSpan.Zero ? user : null;
    }

    public Task EndAsync(string token) => redis.KeyDeleteAsync("s:" + token);
}
