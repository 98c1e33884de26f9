using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public sealed record Entry(string Id, string Text);

// One by one: takes over ids alone, and looks their texts up in the stream. An error in making the group is looked at, not caught.
public sealed class ViewEvents(IDatabase redis)
{
    public async Task<string> AppendAsync(string text) => (string)(await redis.ExecuteAsync("XADD", (RedisKey)"views", "*", "text", (RedisValue)text))!;

    public async Task PrepareAsync()
    {
        var made = redis.ExecuteAsync("XGROUP", "CREATE", (RedisKey)"views", "billing", 0, "MKSTREAM");
        await Task.WhenAny(made);
        if (made.Exception?.InnerException is { } failure && !failure.Message.Contains("already exists"))
            throw failure;
    }

    public async Task<IReadOnlyList<Entry>> ReadAsync(string worker, int count)
    {
        var entries = new List<Entry>();
        for (var i = 0; i < count; i++)
        {
            var id = await redis.ScriptEvaluateAsync(
                "local r = redis.call('XREADGROUP', 'GROUP', 'billing', ARGV[1], 'COUNT', 1, 'STREAMS', KEYS[1], '>') return r and r[1][2][1][1]",
                ["views"], [worker]);
            if (id.IsNull)
                break;
            entries.Add(await LookUpAsync((string)id!));
        }
        return entries;
    }

    public async Task DoneAsync(string id) => await redis.ExecuteAsync("XACK", (RedisKey)"views", "billing", id);

    public async Task<IReadOnlyList<Entry>> TakeOverAsync(string worker, int count)
    {
        var entries = new List<Entry>();
        var next = "-";
        while (entries.Count < count)
        {
            var reply = (RedisResult[])(await redis.ExecuteAsync("XAUTOCLAIM", (RedisKey)"views", "billing", worker, 60000, next, "COUNT", 1, "JUSTID"))!;
            foreach (var id in (string[])reply[1]!)
                entries.Add(await LookUpAsync(id));
            next = (string)reply[0]!;
            if (next == "0-0")
                break;
        }
        return entries;
    }

    private async Task<Entry> LookUpAsync(string id)
    {
        var found = (RedisResult[])(await redis.ExecuteAsync("XRANGE", (RedisKey)"views", id, id))!;
        return new Entry(id, ((string[])((RedisResult[])found[0]!)[1]!)[1]);
    }
}
