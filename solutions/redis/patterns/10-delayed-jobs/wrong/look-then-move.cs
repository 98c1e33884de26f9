// mistake: looks for what is due and moves it in two commands, and others look in between
using StackExchange.Redis;

namespace Redis.DelayedJobs;

public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    private static readonly RedisKey Key = "reminders";
    private static readonly TimeSpan TimeToSend = TimeSpan.FromSeconds(60);

    public Task ScheduleAsync(string reminder, TimeSpan delay) => redis.SortedSetAddAsync(Key, reminder, In(delay));

    public async Task<IReadOnlyList<string>> TakeDueAsync(int count)
    {
        var due = await redis.SortedSetRangeByScoreAsync(Key, double.NegativeInfinity, In(TimeSpan.Zero), take: count);
        foreach (var reminder in due)
            await redis.SortedSetAddAsync(Key, reminder, In(TimeToSend));
        return [.. due.Select(reminder => (string)reminder!)];
    }

    public Task DoneAsync(string reminder) => redis.SortedSetRemoveAsync(Key, reminder);

    private long In(TimeSpan delay) => (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds();
}
