using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Redis.IdempotencyKey;

public enum Outcome
{
    Paid,
    InProgress,
    OtherRequest,
}

public sealed record Reply(Outcome Outcome, string? Receipt);

// Claims by a transaction with a condition. Of the request a digest is enough: 64 characters, then the receipt if there is one.
public sealed class Payments(IDatabase redis, Func<string, Task<string>> pay)
{
    public async Task<Reply> PayAsync(string key, string request)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request)));
        while (true)
        {
            string? known = await redis.StringGetAsync("pay:" + key);
            if (known is not null)
                return Known(known, digest);
            var claim = redis.CreateTransaction();
            claim.AddCondition(Condition.KeyNotExists("pay:" + key));
            _ = claim.StringSetAsync("pay:" + key, digest, TimeSpan.FromMinutes(1));
            if (await claim.ExecuteAsync())
                return await PayAsync("pay:" + key, request, digest);
        }
    }

    private static Reply Known(string known, string digest)
    {
        if (!known.StartsWith(digest))
            return new Reply(Outcome.OtherRequest, null);
        return known.Length == digest.Length ? new Reply(Outcome.InProgress, null) : new Reply(Outcome.Paid, known[(digest.Length + 1)..]);
    }

    private async Task<Reply> PayAsync(RedisKey name, string request, string digest)
    {
        try
        {
            var receipt = await pay(request);
            await redis.StringSetAsync(name, $"{digest} {receipt}", TimeSpan.FromDays(1));
            return new Reply(Outcome.Paid, receipt);
        }
        catch
        {
            await redis.KeyDeleteAsync(name);
            throw;
        }
    }
}
