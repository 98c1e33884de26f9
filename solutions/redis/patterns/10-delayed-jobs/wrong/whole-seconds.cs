// mistake: reckons in whole seconds, so that a reminder can be given before its time
using StackExchange.Redis;

namespace Redis.DelayedJobs;

public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    private const string TakeDue = """
        local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
        for _, reminder in ipairs(due) do
          redis.call('ZADD', KEYS[1], ARGV[2], reminder)
        end
        return due
        """;

    private static readonly RedisKey Key = "reminders";
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(60);

    public Task ScheduleAsync(string reminder, TimeSpan delay) => redis.SortedSetAddAsync(Key, reminder, In(delay));

    public async Task<IReadOnlyList<string>> TakeDueAsync(int count) =>
        (string[])(await redis.ScriptEvaluateAsync(TakeDue, [Key], [In(TimeSpan.Zero), In(TimeToSend), count]))!;

    public Task DoneAsync(string reminder) => redis.SortedSetRemoveAsync(Key, reminder);

    private long In(TimeSpan delay) => (clock.GetUtcNow() + delay).ToUnixTimeSeconds();
}
