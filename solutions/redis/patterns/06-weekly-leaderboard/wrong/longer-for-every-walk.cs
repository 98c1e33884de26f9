// mistake: counts 35 days from the last steps, so that each call moves the end
using System.Globalization;
using StackExchange.Redis;

namespace Redis.WeeklyLeaderboard;

public sealed record Walker(string Name, long Steps);

public sealed class WeeklySteps(IDatabase redis, TimeProvider clock)
{
    private static readonly TimeSpan FromMondayToTheEnd = TimeSpan.FromDays(7 + 28);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task AddAsync(string name, long steps)
    {
        var now = Now;
        var together = redis.CreateTransaction();
        _ = together.SortedSetIncrementAsync(Key(now), name, steps);
        _ = together.KeyExpireAsync(Key(now), FromMondayToTheEnd);
        await together.ExecuteAsync();
    }

    public async Task<IReadOnlyList<Walker>> TopAsync(int weeksAgo, int count) =>
        Walkers(await redis.SortedSetRangeByRankWithScoresAsync(Key(Now.AddDays(-7 * weeksAgo)), 0, count - 1, Order.Descending));

    public async Task<IReadOnlyList<Walker>> LastFourWeeksAsync(int count)
    {
        var now = Now;
        RedisKey[] weeks = [.. Enumerable.Range(0, 4).Select(ago => Key(now.AddDays(-7 * ago)))];
        RedisKey sums = $"steps:sums:{Guid.NewGuid():N}";
        var together = redis.CreateTransaction();
        _ = together.SortedSetCombineAndStoreAsync(SetOperation.Union, sums, weeks);
        var best = together.SortedSetRangeByRankWithScoresAsync(sums, 0, count - 1, Order.Descending);
        _ = together.KeyDeleteAsync(sums);
        await together.ExecuteAsync();
        return Walkers(await best);
    }

    private static RedisKey Key(DateTime day) => $"steps:{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}";

    private static IReadOnlyList<Walker> Walkers(SortedSetEntry[] entries) =>
        [.. entries.Select(entry => new Walker(entry.Element!, (long)entry.Score))];
}
