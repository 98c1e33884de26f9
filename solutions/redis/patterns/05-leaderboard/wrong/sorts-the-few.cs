// mistake: cuts the top off first and puts it in alphabetical order afterwards, when the wrong one of those who tie has been cut off
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
        var entries = await redis.SortedSetRangeByRankWithScoresAsync("board:quiz", 0, count - 1, Order.Descending);
        return [.. entries
            .OrderByDescending(entry => entry.Score).ThenBy(entry => (string)entry.Element!, StringComparer.Ordinal)
            .Select(entry => new Standing(1 + entries.Count(other => other.Score > entry.Score), entry.Element!, (long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player) =>
        await redis.SortedSetScoreAsync("board:quiz", player) is { } points
            ? 1 + await redis.SortedSetLengthAsync("board:quiz", points, double.PositiveInfinity, Exclude.Start)
            : null;
}
