using StackExchange.Redis;

namespace Redis.TtlJitter;

// SET with EX by its own name. Whole seconds are fine enough: a sixtieth of the load each.
public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    public async Task<string> GetAsync(int id)
    {
        var cached = await cache.ExecuteAsync("GET", "product:" + id);
        if (!cached.IsNull)
            return (string)cached!;
        var text = await load(id);
        await SetAsync(id, text);
        return text;
    }

    public async Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        foreach (var product in products)
            await SetAsync(product.Key, product.Value);
    }

    private Task SetAsync(int id, string text) =>
        cache.ExecuteAsync("SET", "product:" + id, text, "EX", (300 + Random.Shared.Next(61)).ToString());
}
