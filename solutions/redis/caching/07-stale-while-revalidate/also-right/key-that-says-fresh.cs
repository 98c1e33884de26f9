using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

// A second key says for 60 s that the row is fresh. Both are set in one transaction.
public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    public async Task<string> GetAsync(string name)
    {
        var cached = await cache.StringGetAsync(["row:" + name, "fresh:" + name]);
        if (cached[0].IsNull)
            return await LoadAsync(name);
        RedisValue mine = Guid.NewGuid().ToString();
        if (cached[1].IsNull && await cache.StringSetAsync("turn:" + name, mine, TimeSpan.FromSeconds(30), When.NotExists))
            _ = Task.Run(() => RefreshAsync(name, mine));
        return cached[0]!;
    }

    private async Task RefreshAsync(string name, RedisValue mine)
    {
        try
        {
            await LoadAsync(name);
        }
        catch (Exception)
        {
            // The old row is good enough; the turn is kept, so that the database has 30 s to recover.
            return;
        }
        var back = cache.CreateTransaction();
        back.AddCondition(Condition.StringEqual("turn:" + name, mine));
        _ = back.KeyDeleteAsync("turn:" + name);
        await back.ExecuteAsync();
    }

    private async Task<string> LoadAsync(string name)
    {
        var row = await load(name);
        var both = cache.CreateTransaction();
        _ = both.StringSetAsync("row:" + name, row, TimeSpan.FromSeconds(660));
        _ = both.StringSetAsync("fresh:" + name, 1, TimeSpan.FromSeconds(60));
        await both.ExecuteAsync();
        return row;
    }
}
