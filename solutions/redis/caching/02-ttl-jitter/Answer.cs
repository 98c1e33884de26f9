using StackExchange.Redis;

namespace Redis.TtlJitter;

public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(60);

    /// <summary>The text of a product: from the cache, or else loaded and cached for 300 to 360 seconds.</summary>
    public async Task<string> GetAsync(int id)
    {
        var cached = await cache.StringGetAsync(Key(id));
        if (!cached.IsNull)
            return cached!;
        var text = await load(id);
        await PutAsync(id, text);
        return text;
    }

    /// <summary>Puts all these products into the cache, each for its own 300 to 360 seconds.</summary>
    // All commands are on their way before the first answer is back.
    public Task WarmAsync(IReadOnlyDictionary<int, string> products) => Task.WhenAll(products.Select(product => PutAsync(product.Key, product.Value)));

    private Task PutAsync(int id, string text) => cache.StringSetAsync(Key(id), text, Shortest + Jitter * Random.Shared.NextDouble());

    private static RedisKey Key(int id) => $"product:{id}";
}
