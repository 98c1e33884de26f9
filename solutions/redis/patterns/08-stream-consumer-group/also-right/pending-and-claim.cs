using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public sealed record Entry(string Id, string Text);

// Asks which entries have waited for a minute, and claims those. XCLAIM gives the ones alone that still have when it comes to them.
public sealed class ViewEvents(IDatabase redis)
{
    public async Task<string> AppendAsync(string text)
    {
        var id = await redis.ExecuteAsync("XADD", "views", "*", "text", text);
        return id.ToString()!;
    }

    public async Task PrepareAsync()
    {
        try
        {
            await redis.ExecuteAsync("XGROUP", "CREATE", "views", "billing", "0-0", "MKSTREAM");
        }
        catch (RedisServerException exists) when (exists.Message.Contains("BUSYGROUP"))
        {
        }
    }

    public async Task<IReadOnlyList<Entry>> ReadAsync(string worker, int count)
    {
        var reply = await redis.ExecuteAsync("XREADGROUP", "GROUP", "billing", worker, "COUNT", count.ToString(), "STREAMS", "views", ">");
        var parts = reply.IsNull ? [] : (RedisResult[])reply!;
        return parts.Length switch
        {
            0 => [],
            1 => Entries(((RedisResult[])parts[0]!)[1]),
            _ => Entries(parts[1]),
        };
    }

    public async Task DoneAsync(string id) => await redis.ExecuteAsync("XACK", "views", "billing", id);

    public async Task<IReadOnlyList<Entry>> TakeOverAsync(string worker, int count)
    {
        var taken = new List<Entry>();
        while (taken.Count < count)
        {
            var waiting = (RedisResult[])(await redis.ExecuteAsync("XPENDING", "views", "billing", "IDLE", "60000", "-", "+", count - taken.Count))!;
            if (waiting.Length == 0)
                break;
            object[] claim = ["views", "billing", worker, "60000", .. waiting.Select(entry => (string)((RedisResult[])entry!)[0]!)];
            taken.AddRange(Entries(await redis.ExecuteAsync("XCLAIM", claim)));
        }
        return taken;
    }

    private static IReadOnlyList<Entry> Entries(RedisResult list)
    {
        var entries = new List<Entry>();
        foreach (var entry in (RedisResult[])list!)
        {
            var (id, fields) = (((RedisResult[])entry!)[0], ((RedisResult[])entry!)[1]);
            entries.Add(new Entry((string)id!, ((string[])fields!)[1]));
        }
        return entries;
    }
}
