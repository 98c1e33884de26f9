using System.Security.Cryptography;
using StackExchange.Redis;

namespace Redis.DistributedLock;

// Transactions with a condition: Redis carries them out only if nobody has touched the key since it was compared.
public sealed class Locks(IDatabase redis)
{
    public async Task<string?> TakeAsync(string name, TimeSpan lifetime)
    {
        var token = RandomNumberGenerator.GetHexString(32);
        var transaction = redis.CreateTransaction();
        transaction.AddCondition(Condition.KeyNotExists("lock:" + name));
        _ = transaction.StringSetAsync("lock:" + name, token, lifetime);
        return await transaction.ExecuteAsync() ? token : null;
    }

    public async Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime)
    {
        var transaction = redis.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual("lock:" + name, token));
        var extended = transaction.KeyExpireAsync("lock:" + name, lifetime);
        return await transaction.ExecuteAsync() && await extended;
    }

    public async Task<bool> ReleaseAsync(string name, string token)
    {
        var transaction = redis.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual("lock:" + name, token));
        var deleted = transaction.KeyDeleteAsync("lock:" + name);
        return await transaction.ExecuteAsync() && await deleted;
    }
}
