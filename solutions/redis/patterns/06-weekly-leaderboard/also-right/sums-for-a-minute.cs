using System.Globalization;
using StackExchange.Redis;

namespace Redis.WeeklyLeaderboard;

public sealed record Walker(string Name, long Steps);

// One key of sums for everybody, made anew by each question and forgotten by Redis itself.
public sealed class WeeklySteps(IDatabase redis, TimeProvider clock)
{
    private const string Sums = "steps:sums";

    public Task AddAsync(string name, long steps)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (year, week) = (ISOWeek.GetYear(now), ISOWeek.GetWeekOfYear(now));
        var nextMonday = ISOWeek.ToDateTime(year, week, DayOfWeek.Monday).AddDays(7);
        var transaction = redis.CreateTransaction();
        transaction.SortedSetIncrementAsync(Key(now), name, steps);
        transaction.KeyExpireAsync(Key(now), nextMonday.AddDays(28).Subtract(now));
        return transaction.ExecuteAsync();
    }

    public async Task<IReadOnlyList<Walker>> TopAsync(int weeksAgo, int count)
    {
        var key = Key(clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(7 * weeksAgo));
        return Show(await redis.SortedSetRangeByScoreWithScoresAsync(key, order: Order.Descending, take: count));
    }

    public async Task<IReadOnlyList<Walker>> LastFourWeeksAsync(int count)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var transaction = redis.CreateTransaction();
        _ = transaction.SortedSetCombineAndStoreAsync(SetOperation.Union, Sums, [Key(now), Key(now.AddDays(-7)), Key(now.AddDays(-14)), Key(now.AddDays(-21))]);
        _ = transaction.KeyExpireAsync(Sums, TimeSpan.FromSeconds(60));
        var best = transaction.SortedSetRangeByRankWithScoresAsync(Sums, -count, -1);
        await transaction.ExecuteAsync();
        return Show((await best).Reverse());
    }

    private static Walker[] Show(IEnumerable<SortedSetEntry> entries) => [.. entries.Select(entry => new Walker(entry.Element!, (long)entry.Score))];

    private static RedisKey Key(DateTime day) => string.Format(CultureInfo.InvariantCulture, "steps:{0:0000}-W{1:00}", ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
}
