using StackExchange.Redis;

namespace Redis.WriteThrough;

public sealed record Profile(string Text, long Version);

// A hash, and a transaction on the condition that its version is still the one seen.
public sealed class ProfileStore(IDatabase cache, Func<int, Task<Profile?>> load, Func<int, string, Task<Profile>> save)
{
    public async Task<Profile?> GetAsync(int id)
    {
        var fields = (await cache.HashGetAllAsync(Key(id))).ToDictionary(field => (string)field.Name!, field => field.Value);
        if (fields.Count > 0)
            return new Profile(fields["text"]!, (long)fields["version"]);
        var loaded = await load(id);
        while (loaded is not null && !await TryPutAsync(Key(id), loaded))
        {
            // Somebody wrote meanwhile: look again.
        }
        return loaded;
    }

    public async Task<Profile> SaveAsync(int id, string text)
    {
        var saved = await save(id, text);
        while (!await TryPutAsync(Key(id), saved))
        {
            // As above.
        }
        return saved;
    }

    private async Task<bool> TryPutAsync(RedisKey key, Profile profile)
    {
        var seen = await cache.HashGetAsync(key, "version");
        if (!seen.IsNull && (long)seen >= profile.Version)
            return true;
        var transaction = cache.CreateTransaction();
        transaction.AddCondition(seen.IsNull ? Condition.HashNotExists(key, "version") : Condition.HashEqual(key, "version", seen));
        _ = transaction.HashSetAsync(key, [new("version", profile.Version), new("text", profile.Text)]);
        _ = transaction.KeyExpireAsync(key, TimeSpan.FromSeconds(600));
        return await transaction.ExecuteAsync();
    }

    private static RedisKey Key(int id) => "profile:" + id;
}
