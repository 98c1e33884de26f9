using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

// The score is the points. The last of the top tells how many points are enough; all who have those are fetched and put in order here.
public sealed class QuizBoard(IDatabase redis)
{
    public async Task<long> AddAsync(string player, long points) => (long)await redis.SortedSetIncrementAsync("board:quiz", player, points);

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        if (count == 0)
            return [];
        var best = await redis.SortedSetRangeByRankWithScoresAsync("board:quiz", 0, count - 1, Order.Descending);
        if (best.Length == 0)
            return [];
        var enough = await redis.SortedSetRangeByScoreWithScoresAsync("board:quiz", best[^1].Score, double.PositiveInfinity);
        return [.. enough
            .OrderByDescending(entry => entry.Score).ThenBy(entry => (string)entry.Element!, StringComparer.Ordinal).Take(count)
            .Select(entry => new Standing(1 + enough.Count(other => other.Score > entry.Score), entry.Element!, (long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player)
    {
        var points = await redis.SortedSetScoreAsync("board:quiz", player);
        if (points is null)
            return null;
        return 1 + await redis.SortedSetLengthAsync("board:quiz", points.Value, double.PositiveInfinity, Exclude.Start);
    }
}
