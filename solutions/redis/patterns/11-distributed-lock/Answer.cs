using StackExchange.Redis;

namespace Redis.DistributedLock;

public sealed class Locks(IDatabase redis)
{
    // Looking and doing are one step, so that the lock can't change hands in between.
    private const string Release = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end";
    private const string Extend = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) else return 0 end";

    /// <summary>Takes the lock for so long. Gives a token that belongs to this taking alone, or null when somebody has the lock.</summary>
    public async Task<string?> TakeAsync(string name, TimeSpan lifetime)
    {
        var token = Guid.NewGuid().ToString();
        return await redis.StringSetAsync(Key(name), token, lifetime, When.NotExists) ? token : null;
    }

    /// <summary>The lock lives for so long from now, if it is still the one that was taken with this token. Gives whether it is.</summary>
    public async Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime) =>
        (bool)await redis.ScriptEvaluateAsync(Extend, [Key(name)], [token, (long)lifetime.TotalMilliseconds]);

    /// <summary>Gives the lock back, if it is still the one that was taken with this token. Gives whether it was.</summary>
    public async Task<bool> ReleaseAsync(string name, string token) => (bool)await redis.ScriptEvaluateAsync(Release, [Key(name)], [token]);

    private static RedisKey Key(string name) => "lock:" + name;
}
