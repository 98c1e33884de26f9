using System.Text.Json;
using StackExchange.Redis;

namespace Redis.TokenBuckets;

public readonly record struct Taken(bool Allowed, TimeSpan Wait);

// The bucket as JSON in one string, and the script's answer as JSON too, which keeps fractions.
public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    private static readonly LuaScript Take = LuaScript.Prepare("""
        local text = redis.call('GET', @key)
        local now, cost = tonumber(@now), tonumber(@cost)
        local bucket = text and cjson.decode(text) or {spent = 0, at = now}
        local passed = math.max(0, now - bucket.at)
        bucket.at = bucket.at + passed
        bucket.spent = math.max(0, bucket.spent - passed)
        local over = bucket.spent + cost * 1000 - 60000
        if over <= 0 then
          bucket.spent = bucket.spent + cost * 1000
        end
        redis.call('SET', @key, cjson.encode({spent = bucket.spent, at = string.format('%.0f', bucket.at)}), 'EX', 90)
        return cjson.encode({allowed = over <= 0, seconds = math.max(0, over) / 1000})
        """);

    public async Task<Taken> TryTakeAsync(string user, int cost)
    {
        if (cost is < 1 or > 60)
            throw new ArgumentOutOfRangeException(nameof(cost));
        var answer = await redis.ScriptEvaluateAsync(Take, new { key = (RedisKey)("bucket:" + user), now = clock.GetUtcNow().ToUnixTimeMilliseconds(), cost });
        using var json = JsonDocument.Parse((string)answer!);
        return new Taken(json.RootElement.GetProperty("allowed").GetBoolean(), TimeSpan.FromSeconds(json.RootElement.GetProperty("seconds").GetDouble()));
    }
}
