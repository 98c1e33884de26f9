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
    /// <summary>Pays, unless a payment with this key is done or on its way.</summary>
    public Task<Reply> PayAsync(string key, string request)
    {
        // TODO
        throw new NotImplementedException();
    }
}
