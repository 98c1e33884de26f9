using StackExchange.Redis;

namespace Redis.DistributedLock;

// A hash, which has room to say more than the token: here, who took it. One script for each method.
public sealed class Locks(IDatabase redis)
{
    private const string Take = """
        if redis.call('EXISTS', KEYS[1]) == 1 then return false end
        redis.call('HSET', KEYS[1], 'token', ARGV[1], 'machine', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return ARGV[1]
        """;

    private const string IfStillOwn = "if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end ";

    public async Task<string?> TakeAsync(string name, TimeSpan lifetime) =>
        (string?)await redis.ScriptEvaluateAsync(Take, Keys(name), [Guid.NewGuid().ToString(), (long)lifetime.TotalMilliseconds, Environment.MachineName]);

    public async Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime)
    {
        var extended = await redis.ScriptEvaluateAsync(IfStillOwn + "return redis.call('PEXPIRE', KEYS[1], ARGV[2])", Keys(name), [token, (long)lifetime.TotalMilliseconds]);
        return (long)extended == 1;
    }

    public async Task<bool> ReleaseAsync(string name, string token)
    {
        var released = await redis.ScriptEvaluateAsync(IfStillOwn + "return redis.call('DEL', KEYS[1])", Keys(name), [token]);
        return (long)released == 1;
    }

    private static RedisKey[] Keys(string name) => [$"lock:{name}"];
}
