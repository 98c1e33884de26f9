using StackExchange.Redis;

namespace Redis.CacheAside;

public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    /// <summary>The profile of a user: from the cache, or else loaded and cached for 60 seconds. Null when there is no such user.</summary>
    public Task<string?> GetAsync(int id)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Takes a profile out of the cache.</summary>
    public Task ForgetAsync(int id)
    {
        // TODO
        throw new NotImplementedException();
    }
}
