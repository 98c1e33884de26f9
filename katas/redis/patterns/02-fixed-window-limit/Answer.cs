using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    /// <summary>True when the client may call now: at most five times in the 60 seconds that begin with its first call.</summary>
    public Task<bool> TryAsync(string client)
    {
        // TODO
        throw new NotImplementedException();
    }
}
