using StackExchange.Redis;

namespace Redis.WriteThrough;

/// <summary>A profile as the database holds it. Each save counts the version up.</summary>
public sealed record Profile(string Text, long Version);

public sealed class ProfileStore(IDatabase cache, Func<int, Task<Profile?>> load, Func<int, string, Task<Profile>> save)
{
    private const int LifetimeInSeconds = 600;

    // tonumber: as texts, "10" comes before "9".
    private const string PutIfNewer = """
        local held = redis.call('HGET', KEYS[1], 'version')
        if held and tonumber(held) >= tonumber(ARGV[1]) then
          return 0
        end
        redis.call('HSET', KEYS[1], 'version', ARGV[1], 'text', ARGV[2])
        redis.call('EXPIRE', KEYS[1], ARGV[3])
        return 1
        """;

    /// <summary>The profile of a user: from the cache, or else loaded and cached. Null when there is no such user.</summary>
    public async Task<Profile?> GetAsync(int id)
    {
        // One command for both fields: two could meet a save in between.
        var held = await cache.HashGetAsync(Key(id), ["text", "version"]);
        if (!held[1].IsNull)
            return new Profile(held[0]!, (long)held[1]);
        var loaded = await load(id);
        if (loaded is not null)
            await PutAsync(id, loaded);
        return loaded;
    }

    /// <summary>Saves the text, caches what was saved unless something newer is there, and gives it back.</summary>
    public async Task<Profile> SaveAsync(int id, string text)
    {
        var saved = await save(id, text);
        await PutAsync(id, saved);
        return saved;
    }

    private Task PutAsync(int id, Profile profile) =>
        cache.ScriptEvaluateAsync(PutIfNewer, [Key(id)], [profile.Version, profile.Text, LifetimeInSeconds]);

    private static RedisKey Key(int id) => $"profile:{id}";
}
