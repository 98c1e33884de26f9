// mistake: reads the set backwards, which turns the alphabet round among equal points
using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    public async Task<long> AddAsync(string player, long points) => (long)await redis.SortedSetIncrementAsync("board:quiz", player, points);

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        if (count == 0)
            return [];
        var top = new List<Standing>();
        foreach (var entry in await redis.SortedSetRangeByRankWithScoresAsync("board:quiz", 0, count - 1, Order.Descending))
        {
            var same = top.Count > 0 && top[^1].Points == (long)entry.Score;
            top.Add(new Standing(same ? top[^1].Place : top.Count + 1, entry.Element!, (long)entry.Score));
        }
        return top;
    }

    public async Task<long?> PlaceAsync(string player) =>
        await redis.SortedSetScoreAsync("board:quiz", player) is { } points
            ? 1 + await redis.SortedSetLengthAsync("board:quiz", points, double.PositiveInfinity, Exclude.Start)
            : null;
}
