// mistake: keeps each flight for ever, so that the dictionary is a second cache that never expires
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _flights = new();

    public Task<string> GetAsync(string name) => _flights.GetOrAdd(name, n => new Lazy<Task<string>>(() => FetchAsync(n))).Value;

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
