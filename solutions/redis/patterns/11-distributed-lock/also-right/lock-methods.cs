using StackExchange.Redis;

namespace Redis.DistributedLock;

// StackExchange.Redis has it all: SET NX with an expiry, and transactions that compare the token first.
public sealed class Locks(IDatabase redis)
{
    public async Task<string?> TakeAsync(string name, TimeSpan lifetime)
    {
        var token = Guid.NewGuid().ToString("N");
        return await redis.LockTakeAsync("lock:" + name, token, lifetime) ? token : null;
    }

    public Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime) => redis.LockExtendAsync("lock:" + name, token, lifetime);

    public Task<bool> ReleaseAsync(string name, string token) => redis.LockReleaseAsync("lock:" + name, token);
}
