using StackExchange.Redis;

namespace Redis.WriteThrough;

public sealed record Profile(string Text, long Version);

// "9:likes tea", in one string. StackExchange.Redis fills in a script's parameters by their names.
public sealed class ProfileStore(IDatabase cache, Func<int, Task<Profile?>> load, Func<int, string, Task<Profile>> save)
{
    private static readonly LuaScript Put = LuaScript.Prepare("""
        local held = redis.call('GET', @key)
        local version = held and tonumber(string.match(held, '^%d+')) or 0
        if version < tonumber(@version) then
          redis.call('SET', @key, @version .. ':' .. @text, 'EX', 600)
        end
        """);

    public async Task<Profile?> GetAsync(int id)
    {
        string? held = await cache.StringGetAsync("profile:" + id);
        if (held is not null)
        {
            var parts = held.Split(':', 2);
            return new Profile(parts[1], long.Parse(parts[0]));
        }
        return await load(id) is { } loaded ? await PutAsync(id, loaded) : null;
    }

    public async Task<Profile> SaveAsync(int id, string text) => await PutAsync(id, await save(id, text));

    private async Task<Profile> PutAsync(int id, Profile profile)
    {
        await cache.ScriptEvaluateAsync(Put, new { key = (RedisKey)("profile:" + id), version = profile.Version, text = profile.Text });
        return profile;
    }
}
