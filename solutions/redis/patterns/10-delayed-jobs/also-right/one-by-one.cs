using StackExchange.Redis;

namespace Redis.DelayedJobs;

// Looks without a script, and moves each by a script of two lines, only if it still has the score that was seen.
public sealed class Reminders(IDatabase redis, TimeProvider clock)
{
    private const string Move = "if redis.call('ZSCORE', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1]) return 1";

    private double Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task ScheduleAsync(string reminder, TimeSpan delay)
    {
        await redis.SortedSetAddAsync("due", reminder, Now + Math.Round(delay.TotalMilliseconds));
    }

    public async Task<IReadOnlyList<string>> TakeDueAsync(int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
        {
            var due = await redis.SortedSetRangeByScoreWithScoresAsync("due", stop: Now, take: count - taken.Count);
            if (due.Length == 0)
                break;
            foreach (var entry in due)
                if ((bool)await redis.ScriptEvaluateAsync(Move, ["due"], [entry.Element, (long)entry.Score, (long)Now + 60_000]))
                    taken.Add(entry.Element!);
        }
        return taken;
    }

    public Task DoneAsync(string reminder) => redis.SortedSetRemoveAsync("due", reminder);
}
