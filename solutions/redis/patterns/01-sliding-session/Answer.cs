using System.Security.Cryptography;
using StackExchange.Redis;

namespace Redis.SlidingSession;

public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Begins a session and gives its token.</summary>
    public async Task<string> StartAsync(string user)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var together = redis.CreateTransaction();
        _ = together.HashSetAsync(Key(token), [new("user", user), new("began", clock.GetUtcNow().ToUnixTimeMilliseconds())]);
        _ = together.KeyExpireAsync(Key(token), Silence);
        await together.ExecuteAsync();
        return token;
    }

    /// <summary>The session's user, and 20 more minutes for the session, up to 8 hours from its beginning. Null when there is none.</summary>
    public async Task<string?> FindAsync(string token)
    {
        var session = await redis.HashGetAsync(Key(token), ["user", "began"]);
        if (session[0].IsNull)
            return null;
        var left = DateTimeOffset.FromUnixTimeMilliseconds((long)session[1]) + Longest - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return null;
        // EXPIRE does nothing to a key that has gone meanwhile. Anything that writes would bring it back.
        await redis.KeyExpireAsync(Key(token), left < Silence ? left : Silence);
        return session[0];
    }

    /// <summary>Ends the session.</summary>
    public Task EndAsync(string token) => redis.KeyDeleteAsync(Key(token));

    private static RedisKey Key(string token) => $"session:{token}";
}
