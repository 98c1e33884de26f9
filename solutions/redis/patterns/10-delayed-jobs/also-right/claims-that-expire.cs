using StackExchange.Redis;

namespace Redis.DelayedJobs;

// The sorted set says what is due; a key that lives for 60 seconds says who has it.
public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    private const int Page = 100;

    public Task ScheduleAsync(string reminder, TimeSpan delay)
    {
        var together = redis.CreateTransaction();
        _ = together.SortedSetAddAsync("reminders", reminder, (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds());
        _ = together.KeyDeleteAsync("taken:" + reminder);
        return together.ExecuteAsync();
    }

    public async Task<IReadOnlyList<string>> TakeDueAsync(int count)
    {
        var taken = new List<string>();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        for (var skip = 0; ; skip += Page)
        {
            var due = await redis.SortedSetRangeByScoreAsync("reminders", double.NegativeInfinity, now, skip: skip, take: Page);
            foreach (var reminder in due)
            {
                if (taken.Count == count)
                    return taken;
                if (await redis.StringSetAsync("taken:" + reminder, 1, TimeSpan.FromSeconds(60), When.NotExists)
                    && await redis.SortedSetScoreAsync("reminders", reminder) <= now)
                    taken.Add(reminder!);
            }
            if (due.Length < Page)
                return taken;
        }
    }

    public async Task DoneAsync(string reminder)
    {
        await redis.SortedSetRemoveAsync("reminders", reminder);
        await redis.KeyDeleteAsync("taken:" + reminder);
    }
}
