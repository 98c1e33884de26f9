// mistake: lets one caller load after the other, and looks into the cache only before the wait
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.SingleFlight;

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
            var report = await load(name);
            await cache.StringSetAsync("report:" + name, report, TimeSpan.FromSeconds(60));
            return report;
        }
        finally
        {
            turn.Release();
        }
    }
}
