using StackExchange.Redis;

namespace Redis.IdempotencyKey;

public enum Outcome
{
    Paid,
    InProgress,
    OtherRequest,
}

public sealed record Reply(Outcome Outcome, string? Receipt);

// SET with NX and GET (since Redis 7) claims, and tells what was there. The length of the request in front, then the request, then + and the receipt.
public sealed class Payments(IDatabase redis, Func<string, Task<string>> pay)
{
    public async Task<Reply> PayAsync(string key, string request)
    {
        var claim = $"{request.Length}:{request}";
        var before = (string?)await redis.ExecuteAsync("SET", "pay:" + key, claim, "NX", "GET", "EX", "60");
        if (before == claim)
            return new Reply(Outcome.InProgress, null);
        if (before is not null)
            return before.StartsWith(claim + "+", StringComparison.Ordinal)
                ? new Reply(Outcome.Paid, before[(claim.Length + 1)..])
                : new Reply(Outcome.OtherRequest, null);
        string receipt;
        try
        {
            receipt = await pay(request);
        }
        catch (Exception)
        {
            await redis.KeyDeleteAsync("pay:" + key);
            throw;
        }
        await redis.ExecuteAsync("SET", "pay:" + key, $"{claim}+{receipt}", "EX", "86400");
        return new Reply(Outcome.Paid, receipt);
    }
}
