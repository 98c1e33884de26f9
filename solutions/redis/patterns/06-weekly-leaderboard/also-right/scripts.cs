using System.Globalization;
using StackExchange.Redis;

namespace Redis.WeeklyLeaderboard;

public sealed record Walker(string Name, long Steps);

// Scripts, and ZUNION, which adds up without storing anything.
public sealed class WeeklySteps(IDatabase redis, TimeProvider clock)
{
    public async Task AddAsync(string name, long steps)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var daysSinceMonday = ((int)now.DayOfWeek + 6) % 7;
        var seconds = (long)(now.Date.AddDays(35 - daysSinceMonday) - now).TotalSeconds;
        await redis.ScriptEvaluateAsync(
            "redis.call('ZINCRBY', KEYS[1], ARGV[1], ARGV[2]) redis.call('EXPIRE', KEYS[1], ARGV[3])", [Key(now)], [steps, name, seconds]);
    }

    public Task<IReadOnlyList<Walker>> TopAsync(int weeksAgo, int count) => BestAsync(1, weeksAgo, count);

    public Task<IReadOnlyList<Walker>> LastFourWeeksAsync(int count) => BestAsync(4, 0, count);

    private async Task<IReadOnlyList<Walker>> BestAsync(int weeks, int ago, int count)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var keys = Enumerable.Range(ago, weeks).Select(week => Key(now.AddDays(-7 * week))).ToArray();
        // Members and scores in turn, fewest steps first.
        var flat = (string[])(await redis.ScriptEvaluateAsync("KEYS[#KEYS + 1] = 'WITHSCORES' return redis.call('ZUNION', #KEYS - 1, unpack(KEYS))", keys))!;
        return [.. flat.Chunk(2).Reverse().Take(count).Select(pair => new Walker(pair[0], long.Parse(pair[1], CultureInfo.InvariantCulture)))];
    }

    private static RedisKey Key(DateTime day) => $"steps:{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):D2}";
}
