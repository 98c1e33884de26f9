// mistake: counts in a server's own memory, where the other servers do not see it
using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    private readonly Dictionary<string, int> _calls = [];

    public async Task<bool> TryAsync(string client)
    {
        await redis.PingAsync();
        lock (_calls)
            return (_calls[client] = _calls.GetValueOrDefault(client) + 1) <= 5;
    }
}
