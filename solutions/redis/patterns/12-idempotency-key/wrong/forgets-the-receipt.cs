// mistake: remembers that the key was there, and not what became of it
using System.Text.Json;
using StackExchange.Redis;

namespace Redis.IdempotencyKey;

public enum Outcome
{
    Paid,
    InProgress,
    OtherRequest,
}

public sealed record Reply(Outcome Outcome, string? Receipt);

public sealed class Payments(IDatabase redis, Func<string, Task<string>> pay)
{
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Done = TimeSpan.FromHours(24);

    public async Task<Reply> PayAsync(string key, string request)
    {
        RedisKey name = "pay:" + key;
        if (!await redis.StringSetAsync(name, Text(new Attempt(request, null)), OnItsWay, When.NotExists))
            return ReplyTo(request, await redis.StringGetAsync(name));
        var receipt = await PayOrForgetAsync(name, request);
        await redis.KeyExpireAsync(name, Done);
        return new Reply(Outcome.Paid, receipt);
    }

    private async Task<string> PayOrForgetAsync(RedisKey name, string request)
    {
        try
        {
            return await pay(request);
        }
        catch
        {
            await redis.KeyDeleteAsync(name);
            throw;
        }
    }

    private static Reply ReplyTo(string request, RedisValue known)
    {
        if (known.IsNull)
            return new Reply(Outcome.InProgress, null);
        var attempt = JsonSerializer.Deserialize<Attempt>((string)known!)!;
        if (attempt.Request != request)
            return new Reply(Outcome.OtherRequest, null);
        return new Reply(attempt.Receipt is null ? Outcome.InProgress : Outcome.Paid, attempt.Receipt);
    }

    private static string Text(Attempt attempt) => JsonSerializer.Serialize(attempt);
    private sealed record Attempt(string Request, string? Receipt);
}
