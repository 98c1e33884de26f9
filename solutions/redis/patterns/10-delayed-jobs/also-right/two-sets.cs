using StackExchange.Redis;

namespace Redis.DelayedJobs;

// One sorted set for what waits, another for what is being sent. What has been there for too long goes back, with the time at which it was due.
public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    private const string TakeDue = """
        local now, count = tonumber(ARGV[1]), tonumber(ARGV[2])
        for _, late in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now - 60000)) do
          redis.call('ZREM', KEYS[2], late)
          redis.call('ZADD', KEYS[1], redis.call('HGET', KEYS[3], late), late)
        end
        local taken = {}
        while #taken < count do
          local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
          if not first[1] or tonumber(first[2]) > now then break end
          redis.call('ZREM', KEYS[1], first[1])
          redis.call('ZADD', KEYS[2], now, first[1])
          table.insert(taken, first[1])
        end
        return taken
        """;

    private static readonly RedisKey[] Keys = ["reminders:waiting", "reminders:sending", "reminders:times"];

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task ScheduleAsync(string reminder, TimeSpan delay)
    {
        var due = Now + (long)delay.TotalMilliseconds;
        await redis.ScriptEvaluateAsync(
            "redis.call('ZREM', KEYS[2], ARGV[1]) redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1]) redis.call('HSET', KEYS[3], ARGV[1], ARGV[2])", Keys, [reminder, due]);
    }

    public async Task<IReadOnlyList<string>> TakeDueAsync(int count) => (string[])(await redis.ScriptEvaluateAsync(TakeDue, Keys, [Now, count]))!;

    public async Task DoneAsync(string reminder)
    {
        await redis.ScriptEvaluateAsync("redis.call('ZREM', KEYS[1], ARGV[1]) redis.call('ZREM', KEYS[2], ARGV[1]) redis.call('HDEL', KEYS[3], ARGV[1])", Keys, [reminder]);
    }
}
