// mistake: takes the name of the server for the token, which is the same each time
using StackExchange.Redis;

namespace Redis.DistributedLock;

public sealed class Locks(IDatabase redis)
{
    private const string Release = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end";
    private const string Extend = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) else return 0 end";

    public async Task<string?> TakeAsync(string name, TimeSpan lifetime)
    {
        var token = Environment.MachineName;
        return await redis.StringSetAsync(Key(name), token, lifetime, When.NotExists) ? token : null;
    }

    public async Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime) =>
        (bool)await redis.ScriptEvaluateAsync(Extend, [Key(name)], [token, (long)lifetime.TotalMilliseconds]);

    public async Task<bool> ReleaseAsync(string name, string token) => (bool)await redis.ScriptEvaluateAsync(Release, [Key(name)], [token]);

    private static RedisKey Key(string name) => "lock:" + name;
}
