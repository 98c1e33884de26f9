// mistake: remembers absent codes in the server's own memory, for ever
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Redis.NegativeCaching;

public sealed class ProductCache(IDatabase cache, Func<string, Task<string?>> load)
{
    private readonly ConcurrentDictionary<string, bool> _nowhere = new();

    public async Task<string?> GetAsync(string code)
    {
        if (_nowhere.ContainsKey(code))
            return null;
        string? cached = await cache.StringGetAsync("product:" + code);
        if (cached is not null)
            return cached;
        var description = await load(code);
        if (description is null)
            _nowhere[code] = true;
        else
            await cache.StringSetAsync("product:" + code, description, TimeSpan.FromSeconds(300));
        return description;
    }

    public async Task ForgetAsync(string code)
    {
        _nowhere.TryRemove(code, out _);
        await cache.KeyDeleteAsync("product:" + code);
    }
}
