using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.SingleFlight;

// A semaphore for each report, and a second look when it is one's turn. The semaphores stay; there are as many as reports.
public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    public async Task<string> GetAsync(string name)
    {
        string? cached = await cache.StringGetAsync("report:" + name);
        if (cached is not null)
            return cached;
        var turn = _turns.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
        try
        {
            return await FetchAsync(name);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<string> FetchAsync(string name)
    {
        var cached = await cache.StringGetAsync("report:" + name);
        if (!cached.IsNull)
            return cached!;
        var report = await load(name);
        await cache.StringSetAsync("report:" + name, report, TimeSpan.FromSeconds(60));
        return report;
    }
}
