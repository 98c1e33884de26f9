// mistake: cache-aside alone, so that everybody who finds nothing loads
using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    public Task<string> GetAsync(string name) => FetchAsync(name);

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
