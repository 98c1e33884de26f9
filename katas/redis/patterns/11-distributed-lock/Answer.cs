using StackExchange.Redis;

namespace Redis.DistributedLock;

public sealed class Locks(IDatabase redis)
{
    /// <summary>Takes the lock for so long. Gives a token that belongs to this taking alone, or null when somebody has the lock.</summary>
    public Task<string?> TakeAsync(string name, TimeSpan lifetime)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The lock lives for so long from now, if it is still the one that was taken with this token. Gives whether it is.</summary>
    public Task<bool> ExtendAsync(string name, string token, TimeSpan lifetime)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Gives the lock back, if it is still the one that was taken with this token. Gives whether it was.</summary>
    public Task<bool> ReleaseAsync(string name, string token)
    {
        // TODO
        throw new NotImplementedException();
    }
}
