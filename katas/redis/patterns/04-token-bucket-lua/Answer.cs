using StackExchange.Redis;

namespace Redis.TokenBuckets;

/// <param name="Allowed">Whether the tokens were taken out.</param>
/// <param name="Wait">How long until there will be enough; zero when allowed.</param>
public readonly record struct Taken(bool Allowed, TimeSpan Wait);

public sealed class TokenBucket(IDatabase redis, TimeProvider clock)
{
    /// <summary>Takes tokens out of the user's bucket, if it holds so many. It holds at most 60, and one flows in a second.</summary>
    public Task<Taken> TryTakeAsync(string user, int cost)
    {
        // TODO
        throw new NotImplementedException();
    }
}
