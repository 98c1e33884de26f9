// mistake: asks Redis what time it is, and not the clock that it is given
using StackExchange.Redis;

namespace Redis.DelayedJobs;

public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    private const string TakeDue = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
        for _, reminder in ipairs(due) do
          redis.call('ZADD', KEYS[1], now + 60000, reminder)
        end
        return due
        """;

    private static readonly RedisKey Key = "reminders";

    public Task ScheduleAsync(string reminder, TimeSpan delay) => redis.ScriptEvaluateAsync("""
        local time = redis.call('TIME')
        redis.call('ZADD', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2], ARGV[1])
        """, [Key], [reminder, (long)delay.TotalMilliseconds]);

    public async Task<IReadOnlyList<string>> TakeDueAsync(int count) =>
        (string[])(await redis.ScriptEvaluateAsync(TakeDue, [Key], [count]))!;

    public Task DoneAsync(string reminder) => redis.SortedSetRemoveAsync(Key, reminder);
}
