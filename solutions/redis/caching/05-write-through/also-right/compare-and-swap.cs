using System.Text.Json;
using StackExchange.Redis;

namespace Redis.WriteThrough;

public sealed record Profile(string Text, long Version);

// Compare and swap: the transaction goes through only if the value is still the one that was looked at; otherwise look again.
public sealed class ProfileStore(IDatabase cache, Func<int, Task<Profile?>> load, Func<int, string, Task<Profile>> save)
{
    public async Task<Profile?> GetAsync(int id)
    {
        if (Parse(await cache.StringGetAsync("profile:" + id)) is { } held)
            return held;
        var loaded = await load(id);
        if (loaded is not null)
            await PutAsync("profile:" + id, loaded);
        return loaded;
    }

    public async Task<Profile> SaveAsync(int id, string text)
    {
        var saved = await save(id, text);
        await PutAsync("profile:" + id, saved);
        return saved;
    }

    private async Task PutAsync(RedisKey key, Profile profile)
    {
        while (true)
        {
            var seen = await cache.StringGetAsync(key);
            if (Parse(seen)?.Version >= profile.Version)
                return;
            var swap = cache.CreateTransaction();
            swap.AddCondition(seen.IsNull ? Condition.KeyNotExists(key) : Condition.StringEqual(key, seen));
            _ = swap.StringSetAsync(key, JsonSerializer.Serialize(profile), TimeSpan.FromMinutes(10));
            if (await swap.ExecuteAsync())
                return;
        }
    }

    private static Profile? Parse(RedisValue json) => json.IsNull ? null : JsonSerializer.Deserialize<Profile>((string)json!);
}
