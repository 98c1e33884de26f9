// mistake: keeps one flight without asking which report is on it
using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private Task<string>? _flight;

    public Task<string> GetAsync(string name)
    {
        lock (load)
            return _flight is { IsCompleted: false } flight ? flight : _flight = Task.Run(() => FetchAsync(name));
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
