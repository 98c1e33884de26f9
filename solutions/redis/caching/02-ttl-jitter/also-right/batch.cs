using StackExchange.Redis;

namespace Redis.TtlJitter;

// A batch: the commands are gathered here and sent one after the other, without others of this program in between.
public sealed class ProductCache(IDatabase cache, Func<int, Task<string>> load)
{
    public async Task<string> GetAsync(int id)
    {
        string? cached = await cache.StringGetAsync("product:" + id);
        if (cached is not null)
            return cached;
        var text = await load(id);
        await WarmAsync(new Dictionary<int, string> { [id] = text });
        return text;
    }

    public async Task WarmAsync(IReadOnlyDictionary<int, string> products)
    {
        var batch = cache.CreateBatch();
        var sets = new List<Task>();
        foreach (var (id, text) in products)
            sets.Add(batch.StringSetAsync("product:" + id, text, TimeSpan.FromMilliseconds(Random.Shared.Next(300_000, 360_001))));
        batch.Execute();
        await Task.WhenAll(sets);
    }
}
