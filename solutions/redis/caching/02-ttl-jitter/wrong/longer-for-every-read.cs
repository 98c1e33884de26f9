// mistake: puts what it has read from the cache there again, with a new time to live
using StackExchange.Redis;

namespace Redis.TtlJitter;

public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    public async Task<string> GetAsync(int id)
    {
        string? text = await cache.StringGetAsync("product:" + id);
        text ??= await load(id);
        await PutAsync(id, text);
        return text;
    }

    public Task WarmAsync(IReadOnlyDictionary<int, string> products) => Task.WhenAll(products.Select(product => PutAsync(product.Key, product.Value)));

    private Task PutAsync(int id, string text) => cache.StringSetAsync("product:" + id, text, TimeSpan.FromSeconds(300 + Random.Shared.Next(61)));
}
