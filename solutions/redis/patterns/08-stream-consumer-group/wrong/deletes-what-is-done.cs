// mistake: deletes an entry instead of acknowledging it
using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public sealed record Entry(string Id, string Text);

public sealed class ViewEvents(IDatabase redis)
{
    private const string Stream = "views";
    private const string Group = "billing";
    private const int Patience = 60_000;

    public async Task<string> AppendAsync(string text) => (string)(await redis.ExecuteAsync("XADD", Stream, "*", "text", text))!;

    public async Task PrepareAsync()
    {
        try
        {
            await redis.ExecuteAsync("XGROUP", "CREATE", Stream, Group, "0", "MKSTREAM");
        }
        catch (RedisServerException refused) when (refused.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
        }
    }

    public async Task<IReadOnlyList<Entry>> ReadAsync(string worker, int count)
    {
        var reply = await redis.ExecuteAsync("XREADGROUP", "GROUP", Group, worker, "COUNT", count, "STREAMS", Stream, ">");
        if (reply.IsNull)
            return [];
        var streams = (RedisResult[])reply!;
        return Entries(streams is [var pair] ? ((RedisResult[])pair!)[1] : streams[1]);
    }

    public Task DoneAsync(string id) => redis.ExecuteAsync("XDEL", Stream, id);

    public async Task<IReadOnlyList<Entry>> TakeOverAsync(string worker, int count)
    {
        var taken = new List<Entry>();
        var cursor = "0-0";
        do
        {
            var reply = (RedisResult[])(await redis.ExecuteAsync("XAUTOCLAIM", Stream, Group, worker, Patience, cursor, "COUNT", count - taken.Count))!;
            cursor = (string)reply[0]!;
            taken.AddRange(Entries(reply[1]));
        }
        while (taken.Count < count && cursor != "0-0");
        return taken;
    }

    private static List<Entry> Entries(RedisResult list) =>
        [.. ((RedisResult[])list!).Select(entry => (RedisResult[])entry!).Select(entry => new Entry((string)entry[0]!, ((string[])entry[1]!)[1]))];
}
