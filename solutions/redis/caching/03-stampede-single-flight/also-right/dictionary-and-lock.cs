using StackExchange.Redis;

namespace Redis.SingleFlight;

// A plain dictionary, and a lock that is held only to look into it.
public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly Dictionary<string, Task<string>> _flights = [];

    public Task<string> GetAsync(string name)
    {
        lock (_flights)
        {
            if (_flights.TryGetValue(name, out var flight) && !flight.IsCompleted)
                return flight;
            return _flights[name] = Task.Run(() => FetchAsync(name));
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
