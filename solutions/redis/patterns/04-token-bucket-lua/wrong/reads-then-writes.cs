// mistake: reads the bucket, works out the rest in the program and writes it back, and others do the same meanwhile
using System.Globalization;
using StackExchange.Redis;

namespace Redis.TokenBuckets;

public readonly record struct Taken(bool Allowed, TimeSpan Wait);

public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    public async Task<Taken> TryTakeAsync(string user, int cost)
    {
        if (cost is < 1 or > 60)
            throw new ArgumentOutOfRangeException(nameof(cost));
        RedisKey key = "bucket:" + user;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var held = await redis.HashGetAsync(key, ["tokens", "at"]);
        var at = held[1].IsNull ? now : (long)held[1];
        now = Math.Max(now, at);
        var tokens = Math.Min(60, (held[0].IsNull ? 60 : (double)held[0]) + (now - at) / 1000.0);
        var wait = Math.Max(0, cost - tokens);
        if (wait == 0)
            tokens -= cost;
        var transaction = redis.CreateTransaction();
        _ = transaction.HashSetAsync(key, [new("tokens", tokens.ToString(CultureInfo.InvariantCulture)), new("at", now)]);
        _ = transaction.KeyExpireAsync(key, TimeSpan.FromSeconds(60));
        await transaction.ExecuteAsync();
        return new Taken(wait == 0, TimeSpan.FromSeconds(wait));
    }
}
