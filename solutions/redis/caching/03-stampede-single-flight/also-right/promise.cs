using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.SingleFlight;

// The first caller makes a promise and keeps it; the others find it.
public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _promises = new();

    public async Task<string> GetAsync(string name)
    {
        var own = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var promise = _promises.GetOrAdd(name, own);
        if (promise != own)
            return await promise.Task;
        try
        {
            var report = await FetchAsync(name);
            own.SetResult(report);
            return report;
        }
        catch (Exception failure)
        {
            own.SetException(failure);
            throw;
        }
        finally
        {
            _promises.TryRemove(name, out _);
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
