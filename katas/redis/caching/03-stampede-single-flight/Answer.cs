using StackExchange.Redis;

namespace Redis.SingleFlight;

public sealed class ReportCache(IDatabase cache, Func<string, Task<string>> load)
{
    /// <summary>The report: from the cache, or else loaded, once for all who are asking, and cached for 60 seconds.</summary>
    public Task<string> GetAsync(string name)
    {
        // TODO
        throw new NotImplementedException();
    }
}
