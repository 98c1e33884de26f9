// mistake: extends by writing the lock again, which brings back one that has run out
using StackExchange.Redis;

namespace Redis.DistributedLock;

public sealed class Locks(IDatabase redis)
{
    private const string Release = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end";
    public async Task<string?> TakeAsync(string name, TimeSpan lifetime)
    {
        var token = Guid.NewGuid().ToString();
        return await redis.StringSetAsync(Key(name), token, lifetime, When.NotExists) ? token : null;
    }

    public async Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime) => (bool)await redis.ScriptEvaluateAsync("""
        local owner = redis.call('GET', KEYS[1])
        if owner and owner ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        return 1
        """, [Key(name)], [token, (long)lifetime.TotalMilliseconds]);

    public async Task<bool> ReleaseAsync(string name, string token) => (bool)await redis.ScriptEvaluateAsync(Release, [Key(name)], [token]);

    private static RedisKey Key(string name) => "lock:" + name;
}
