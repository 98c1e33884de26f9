using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _flights = new();

    /// <summary>The report: from the cache, or else loaded, once for all who are asking, and cached for 60 seconds.</summary>
    public async Task<string> GetAsync(string name)
    {
        // GetOrAdd may make several, and gives all callers the same one; being lazy, no other is ever started.
        var flight = _flights.GetOrAdd(name, n => new Lazy<Task<string>>(() => FetchAsync(n)));
        try
        {
            return await flight.Value;
        }
        finally
        {
            // This very flight: another for the same report may be on its way already.
            _flights.TryRemove(KeyValuePair.Create(name, flight));
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
