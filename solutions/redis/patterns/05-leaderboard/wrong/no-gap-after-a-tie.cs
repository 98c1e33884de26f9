// mistake: counts the different scores above and not the players, so that 1, 2, 2 is followed by 3
using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    public async Task<long> AddAsync(string player, long points) => -(long)await redis.SortedSetIncrementAsync("board:quiz", player, -points);

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        if (count == 0)
            return [];
        var entries = await redis.SortedSetRangeByRankWithScoresAsync("board:quiz", 0, count - 1);
        var scores = entries.Select(entry => entry.Score).Distinct().ToList();
        return [.. entries.Select(entry => new Standing(scores.IndexOf(entry.Score) + 1, entry.Element!, -(long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player) =>
        await redis.SortedSetScoreAsync("board:quiz", player) is { } score
            ? 1 + await redis.SortedSetLengthAsync("board:quiz", double.NegativeInfinity, score, Exclude.Stop)
            : null;
}
