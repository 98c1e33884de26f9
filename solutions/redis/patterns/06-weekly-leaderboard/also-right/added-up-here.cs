using StackExchange.Redis;

namespace Redis.WeeklyLeaderboard;

public sealed record Walker(string Name, long Steps);

// The four boards are fetched and added up in the program. The week is found by its Thursday, which always lies in the week's year.
public sealed class WeeklySteps(IDatabase redis, TimeProvider clock)
{
    public async Task AddAsync(string name, long steps)
    {
        var now = clock.GetUtcNow();
        var end = Thursday(now).AddDays(-3 + 35);
        var transaction = redis.CreateTransaction();
        _ = transaction.SortedSetAddAsync(Key(now), [new SortedSetEntry(name, 0)], When.NotExists);
        _ = transaction.KeyExpireAsync(Key(now), end - now.UtcDateTime);
        _ = transaction.SortedSetIncrementAsync(Key(now), name, steps);
        await transaction.ExecuteAsync();
    }

    public async Task<IReadOnlyList<Walker>> TopAsync(int weeksAgo, int count) => Best(await WeekAsync(weeksAgo), count);

    public async Task<IReadOnlyList<Walker>> LastFourWeeksAsync(int count)
    {
        var weeks = await Task.WhenAll(WeekAsync(0), WeekAsync(1), WeekAsync(2), WeekAsync(3));
        return Best(weeks.SelectMany(week => week), count);
    }

    private Task<SortedSetEntry[]> WeekAsync(int ago) => redis.SortedSetRangeByRankWithScoresAsync(Key(clock.GetUtcNow().AddDays(-7 * ago)));

    private static List<Walker> Best(IEnumerable<SortedSetEntry> entries, int count) =>
        [.. entries.GroupBy(entry => (string)entry.Element!, entry => (long)entry.Score)
            .Select(person => new Walker(person.Key, person.Sum())).OrderByDescending(walker => walker.Steps).Take(count)];

    private static DateTime Thursday(DateTimeOffset day) => day.UtcDateTime.Date.AddDays(3 - ((int)day.UtcDateTime.DayOfWeek + 6) % 7);

    private static string Key(DateTimeOffset day) => $"steps:{Thursday(day).Year}-W{(Thursday(day).DayOfYear - 1) / 7 + 1:00}";
}
