using StackExchange.Redis;

namespace Redis.TtlJitter;

public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    /// <summary>The text of a product: from the cache, or else loaded and cached for 300 to 360 seconds.</summary>
    public Task<string> GetAsync(int id)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>Puts all these products into the cache, each for its own 300 to 360 seconds.</summary>
    public Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        // TODO
        throw new NotImplementedException();
    }
}
