using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    /// <summary>The description of a product, cached for 300 seconds; or null when there is none, which is remembered for 30.</summary>
    public Task<string?> GetAsync(string code)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Takes everything that is known about this code out of the cache.</summary>
    public Task ForgetAsync(string code)
    {
        // TODO
        throw new NotImplementedException();
    }
}
