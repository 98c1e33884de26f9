using StackExchange.Redis;

namespace Redis.FixedWindowLimit;

public sealed class RateLimit(IDatabase redis)
{
    private const int Calls = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    // One step for Redis: no other command comes between, and no crash of ours.
    private const string Count = """
        local calls = redis.call('INCR', KEYS[1])
        if calls == 1 then
          redis.call('PEXPIRE', KEYS[1], ARGV[1])
        end
        return calls
        """;

    /// <summary>True when the client may call now: at most five times in the 60 seconds that begin with its first call.</summary>
    public async Task<bool> TryAsync(string client)
    {
        var calls = await redis.ScriptEvaluateAsync(Count, ["limit:" + client], [(long)Window.TotalMilliseconds]);
        return (long)calls <= Calls;
    }
}
