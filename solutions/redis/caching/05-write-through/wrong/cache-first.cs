// mistake: writes into the cache before the database, and shows what was never saved
using StackExchange.Redis;

namespace Redis.WriteThrough;

public sealed record Profile(string Text, long Version);

public sealed class ProfileStore(IDatabase cache, Func<int, Task<Profile?>> load, Func<int, string, Task<Profile>> save)
{
    private const string PutIfNewer = """
        local held = redis.call('HGET', KEYS[1], 'version')
        if held and tonumber(held) >= tonumber(ARGV[1]) then return 0 end
        redis.call('HSET', KEYS[1], 'version', ARGV[1], 'text', ARGV[2])
        redis.call('EXPIRE', KEYS[1], 600)
        return 1
        """;

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
        var next = new Profile(text, (long)await cache.HashGetAsync(Key(id), "version") + 1);
        await PutAsync(id, next);
        return await save(id, text);
    }

    private Task PutAsync(int id, Profile profile) => cache.ScriptEvaluateAsync(PutIfNewer, [Key(id)], [profile.Version, profile.Text]);

    private static RedisKey Key(int id) => "profile:" + id;
}
