using StackExchange.Redis;

namespace Redis.IdempotencyKey;

public enum Outcome
{
    Paid,
    InProgress,
    OtherRequest,
}

public sealed record Reply(Outcome Outcome, string? Receipt);

// A hash with the fields request and receipt. One script claims or tells what is known; another writes the receipt.
public sealed class Payments(IDatabase redis, Func<string, Task<string>> pay)
{
    private const string Claim = """
        local request = redis.call('HGET', KEYS[1], 'request')
        if not request then
          redis.call('HSET', KEYS[1], 'request', ARGV[1])
          redis.call('EXPIRE', KEYS[1], 60)
          return {'new'}
        end
        if request ~= ARGV[1] then return {'other'} end
        return {'same', redis.call('HGET', KEYS[1], 'receipt')}
        """;

    public async Task<Reply> PayAsync(string key, string request)
    {
        RedisKey[] keys = ["pay:" + key];
        var known = (RedisResult[])(await redis.ScriptEvaluateAsync(Claim, keys, [request]))!;
        switch ((string?)known[0])
        {
            case "other":
                return new Reply(Outcome.OtherRequest, null);
            case "same":
                return known[1].IsNull ? new Reply(Outcome.InProgress, null) : new Reply(Outcome.Paid, (string?)known[1]);
        }
        var paid = false;
        try
        {
            var receipt = await pay(request);
            paid = true;
            await redis.ScriptEvaluateAsync(
                "redis.call('HSET', KEYS[1], 'request', ARGV[1], 'receipt', ARGV[2]) redis.call('EXPIRE', KEYS[1], 86400)", keys, [request, receipt]);
            return new Reply(Outcome.Paid, receipt);
        }
        finally
        {
            if (!paid)
                await redis.KeyDeleteAsync(keys[0]);
        }
    }
}
