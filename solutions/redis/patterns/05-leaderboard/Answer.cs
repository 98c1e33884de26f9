using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    // The score is minus the points: read forwards, the best come first, and equal ones in alphabetical order.
    private static readonly RedisKey Key = "board:quiz";

    /// <summary>Adds points to a player's. Gives the player's new total.</summary>
    public async Task<long> AddAsync(string player, long points) => -(long)await redis.SortedSetIncrementAsync(Key, player, -points);

    /// <summary>The best players, most points first; those with equal points in alphabetical order, at the same place.</summary>
    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        // To Redis the rank -1 is the last one: 0 to -1 would be everybody.
        if (count <= 0)
            return [];
        var top = new List<Standing>();
        foreach (var entry in await redis.SortedSetRangeByRankWithScoresAsync(Key, 0, count - 1))
        {
            var points = -(long)entry.Score;
            var place = top.Count > 0 && top[^1].Points == points ? top[^1].Place : top.Count + 1;
            top.Add(new Standing(place, entry.Element!, points));
        }
        return top;
    }

    /// <summary>One more than the number of players who have more points. Null for someone who is not on the board.</summary>
    public async Task<long?> PlaceAsync(string player) =>
        await redis.SortedSetScoreAsync(Key, player) is { } score
            ? 1 + await redis.SortedSetLengthAsync(Key, double.NegativeInfinity, score, Exclude.Stop)
            : null;
}
