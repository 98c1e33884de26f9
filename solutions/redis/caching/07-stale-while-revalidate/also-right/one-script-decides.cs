using StackExchange.Redis;

namespace Redis.StaleWhileRevalidate;

// One round trip: the script gives the row, and whether this caller is the one to refresh it.
public sealed class RowCache(IDatabase cache, Func<string, Task<string>> load)
{
    private const string Look = """
        local row = redis.call('GET', KEYS[1])
        if not row then return {} end
        local isOld = redis.call('PTTL', KEYS[1]) < 600000
        local isMine = isOld and redis.call('SET', KEYS[2], ARGV[1], 'NX', 'EX', 30)
        return {row, isMine and 1 or 0}
        """;

    private const string GiveBack = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end";

    public async Task<string> GetAsync(string name)
    {
        var token = Guid.NewGuid().ToString("N");
        var seen = (RedisResult[])(await cache.ScriptEvaluateAsync(Look, ["row:" + name, "turn:" + name], [token]))!;
        if (seen.Length == 0)
            return await LoadAsync(name);
        if ((int)seen[1] == 1)
            _ = LoadAsync(name).ContinueWith(_ => cache.ScriptEvaluateAsync(GiveBack, ["turn:" + name], [token]), TaskScheduler.Default);
        return (string)seen[0]!;
    }

    private async Task<string> LoadAsync(string name)
    {
        var row = await load(name);
        await cache.ExecuteAsync("SET", "row:" + name, row, "EX", "660");
        return row;
    }
}
