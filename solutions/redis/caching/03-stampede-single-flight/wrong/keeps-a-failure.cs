// mistake: takes the flight away only after a success, so that one failure stays
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _flights = new();

    public async Task<string> GetAsync(string name)
    {
        var flight = _flights.GetOrAdd(name, n => new Lazy<Task<string>>(() => FetchAsync(n)));
        var report = await flight.Value;
        _flights.TryRemove(name, out _);
        return report;
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
