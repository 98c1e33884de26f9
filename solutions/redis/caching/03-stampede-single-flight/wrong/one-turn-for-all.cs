// mistake: one lock for all reports, so that a slow one stops the others
using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<string> GetAsync(string name)
    {
        await _turn.WaitAsync();
        try
        {
            return await FetchAsync(name);
        }
        finally
        {
            _turn.Release();
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
