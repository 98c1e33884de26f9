using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public sealed record Entry(string Id, string Text);

public sealed class ViewEvents(IDatabase redis)
{
    private const string Stream = "views";
    private const string Group = "billing";
    private const int Patience = 60_000;

    /// <summary>Adds an entry to the stream. Gives its id.</summary>
    public async Task<string> AppendAsync(string text) => (string)(await redis.ExecuteAsync("XADD", Stream, "*", "text", text))!;

    /// <summary>Makes the group, which begins with the stream's first entry. Changes nothing when it is there.</summary>
    public async Task PrepareAsync()
    {
        try
        {
            await redis.ExecuteAsync("XGROUP", "CREATE", Stream, Group, "0", "MKSTREAM");
        }
        catch (RedisServerException refused) when (refused.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // Another worker was first. Looking beforehand would not help: it could come in between.
        }
    }

    /// <summary>Entries that no worker has been given yet, oldest first.</summary>
    public async Task<IReadOnlyList<Entry>> ReadAsync(string worker, int count)
    {
        var reply = await redis.ExecuteAsync("XREADGROUP", "GROUP", Group, worker, "COUNT", count, "STREAMS", Stream, ">");
        if (reply.IsNull)
            return [];
        // A list of pairs of a stream and its entries; in the protocol's version 3 a map, which comes as one flat list.
        var streams = (RedisResult[])reply!;
        return Entries(streams is [var pair] ? ((RedisResult[])pair!)[1] : streams[1]);
    }

    /// <summary>The entry has been dealt with.</summary>
    public Task DoneAsync(string id) => redis.ExecuteAsync("XACK", Stream, Group, id);

    /// <summary>Entries that have been with a worker for 60 seconds or longer and are not done, oldest first.</summary>
    public async Task<IReadOnlyList<Entry>> TakeOverAsync(string worker, int count)
    {
        var taken = new List<Entry>();
        var cursor = "0-0";
        do
        {
            // Redis looks at ten times COUNT entries in one go, and tells where to go on.
            var reply = (RedisResult[])(await redis.ExecuteAsync("XAUTOCLAIM", Stream, Group, worker, Patience, cursor, "COUNT", count - taken.Count))!;
            cursor = (string)reply[0]!;
            taken.AddRange(Entries(reply[1]));
        }
        while (taken.Count < count && cursor != "0-0");
        return taken;
    }

    /// <summary>Each entry is its id, and a list of its fields and values in turn.</summary>
    private static List<Entry> Entries(RedisResult list) =>
        [.. ((RedisResult[])list!).Select(entry => (RedisResult[])entry!).Select(entry => new Entry((string)entry[0]!, ((string[])entry[1]!)[1]))];
}
