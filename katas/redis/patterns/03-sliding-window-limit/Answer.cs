using StackExchange.Redis;

namespace Redis.SlidingWindowLimit;

public sealed class RateLimit(IDatabase redis, TimeProvider clock)
{
    /// <summary>True when the client may call now: fewer than five of its calls were let through in the last 60 seconds.</summary>
    public Task<bool> TryAsync(string client)
    {
        // TODO
        throw new NotImplementedException();
    }
}
