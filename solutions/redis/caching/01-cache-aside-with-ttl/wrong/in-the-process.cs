// mistake: keeps the profiles in the program's own memory
using StackExchange.Redis;

namespace Redis.CacheAside;

public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    private readonly Dictionary<int, string?> _profiles = [];

    public async Task<string?> GetAsync(int id)
    {
        if (!_profiles.TryGetValue(id, out var profile))
            _profiles[id] = profile = await load(id);
        return profile;
    }

    public Task ForgetAsync(int id) => cache.KeyDeleteAsync("profile:" + id);
}
