using StackExchange.Redis;

namespace Redis.DelayedJobs;

public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    // A reminder's score is the moment at which it is due, in milliseconds since 1970. Taking it makes it due again in a minute.
    private const string TakeDue = """
        local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
        for _, reminder in ipairs(due) do
          redis.call('ZADD', KEYS[1], ARGV[2], reminder)
        end
        return due
        """;

    private static readonly RedisKey Key = "reminders";
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(60);

    /// <summary>The reminder is due when the delay has passed from now.</summary>
    public Task ScheduleAsync(string reminder, TimeSpan delay) => redis.SortedSetAddAsync(Key, reminder, In(delay));

    /// <summary>Reminders that are due, those that were due first in front. For 60 seconds nobody else is given them.</summary>
    public async Task<IReadOnlyList<string>> TakeDueAsync(int count) =>
        (string[])(await redis.ScriptEvaluateAsync(TakeDue, [Key], [In(TimeSpan.Zero), In(TimeToSend), count]))!;

    /// <summary>The reminder has been sent, and is forgotten.</summary>
    public Task DoneAsync(string reminder) => redis.SortedSetRemoveAsync(Key, reminder);

    private long In(TimeSpan delay) => (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds();
}
