using StackExchange.Redis;

namespace Redis.CacheAside;

// SET with EX, and GET, by their own names.
public sealed class ProfileCache(IDatabase cache, Func<int, Task<string?>> load)
{
    public async Task<string?> GetAsync(int id)
    {
        var cached = await cache.ExecuteAsync("GET", Key(id));
        if (!cached.IsNull)
            return (string?)cached;
        if (await load(id) is not { } profile)
            return null;
        await cache.ExecuteAsync("SET", Key(id), profile, "EX", "60");
        return profile;
    }

    public async Task ForgetAsync(int id) => await cache.ExecuteAsync("UNLINK", Key(id));

    private static string Key(int id) => "profile:" + id;
}
