// mistake: looks at the version in one step and writes in another, and somebody writes in between
using StackExchange.Redis;

namespace Redis.WriteThrough;

public sealed record Profile(string Text, long Version);

public sealed class ProfileStore(IDatabase cache, Func<int, Task<Profile?>> load, Func<int, string, Task<Profile>> save)
{
    public async Task<Profile?> GetAsync(int id)
    {
        var held = await cache.HashGetAsync(Key(id), ["text", "version"]);
        if (!held[1].IsNull)
            return new Profile(held[0]!, (long)held[1]);
        var loaded = await load(id);
        if (loaded is not null)
            await PutAsync(id, loaded);
        return loaded;
    }

    public async Task<Profile> SaveAsync(int id, string text)
    {
        var saved = await save(id, text);
        await PutAsync(id, saved);
        return saved;
    }

    private async Task PutAsync(int id, Profile profile)
    {
        var seen = await cache.HashGetAsync(Key(id), "version");
        if (!seen.IsNull && (long)seen >= profile.Version)
            return;
        var transaction = cache.CreateTransaction();
        _ = transaction.HashSetAsync(Key(id), [new("version", profile.Version), new("text", profile.Text)]);
        _ = transaction.KeyExpireAsync(Key(id), TimeSpan.FromSeconds(600));
        await transaction.ExecuteAsync();
    }

    private static RedisKey Key(int id) => "profile:" + id;
}
