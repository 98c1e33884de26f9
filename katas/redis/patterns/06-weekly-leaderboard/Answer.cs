using StackExchange.Redis;

namespace Redis.WeeklyLeaderboard;

public sealed record Walker(string Name, long Steps);

public sealed class WeeklySteps(IDatabase redis, TimeProvider clock)
{
    /// <summary>Adds steps to a person's in this week.</summary>
    public Task AddAsync(string name, long steps)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The best of one week, most steps first. 0 is this week, 1 the week before.</summary>
    public Task<IReadOnlyList<Walker>> TopAsync(int weeksAgo, int count)
    {
        // TODO
        throw new NotImplementedException();
    }

    /// <summary>The best of this week and the three before, added up, most steps first.</summary>
    public Task<IReadOnlyList<Walker>> LastFourWeeksAsync(int count)
    {
        // TODO
        throw new NotImplementedException();
    }
}
