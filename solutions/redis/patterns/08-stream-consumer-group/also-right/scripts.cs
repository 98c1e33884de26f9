using StackExchange.Redis;

namespace Redis.StreamConsumerGroup;

public sealed record Entry(string Id, string Text);

// Each method is a script that gives ids and texts in turn.
public sealed class ViewEvents(IDatabase redis)
{
    private const string Read = """
        local reply = redis.call('XREADGROUP', 'GROUP', KEYS[2], ARGV[1], 'COUNT', ARGV[2], 'STREAMS', KEYS[1], '>')
        local result = {}
        for _, entry in ipairs(reply and reply[1][2] or {}) do
          table.insert(result, entry[1])
          table.insert(result, entry[2][2])
        end
        return result
        """;

    private const string TakeOver = """
        local result, cursor = {}, '0-0'
        repeat
          local reply = redis.call('XAUTOCLAIM', KEYS[1], KEYS[2], ARGV[1], 60000, cursor, 'COUNT', ARGV[2] - #result / 2)
          cursor = reply[1]
          for _, entry in ipairs(reply[2]) do
            table.insert(result, entry[1])
            table.insert(result, entry[2][2])
          end
        until cursor == '0-0' or #result / 2 >= tonumber(ARGV[2])
        return result
        """;

    private static readonly RedisKey[] Keys = ["views", "billing"];

    public async Task<string> AppendAsync(string text) =>
        (string)(await redis.ScriptEvaluateAsync("return redis.call('XADD', KEYS[1], '*', 'text', ARGV[1])", Keys, [text]))!;

    public Task PrepareAsync() => redis.ScriptEvaluateAsync("redis.pcall('XGROUP', 'CREATE', KEYS[1], KEYS[2], 0, 'MKSTREAM')", Keys);

    public Task<IReadOnlyList<Entry>> ReadAsync(string worker, int count) => EntriesAsync(Read, worker, count);

    public Task DoneAsync(string id) => redis.ScriptEvaluateAsync("return redis.call('XACK', KEYS[1], KEYS[2], ARGV[1])", Keys, [id]);

    public Task<IReadOnlyList<Entry>> TakeOverAsync(string worker, int count) => EntriesAsync(TakeOver, worker, count);

    private async Task<IReadOnlyList<Entry>> EntriesAsync(string script, string worker, int count)
    {
        var flat = (string[])(await redis.ScriptEvaluateAsync(script, Keys, [worker, count]))!;
        return [.. flat.Chunk(2).Select(pair => new Entry(pair[0], pair[1]))];
    }
}
