// mistake: counts and sets the expiry in two commands: a crash between them locks the client out for ever
using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    public async Task<bool> TryAsync(string client)
    {
        var calls = await redis.StringIncrementAsync("limit:" + client);
        if (calls == 1)
            await redis.KeyExpireAsync("limit:" + client, TimeSpan.FromSeconds(60));
        return calls <= 5;
    }
}
