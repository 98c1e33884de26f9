// mistake: takes someone who is not on the board for a player with 0 points
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
        return [.. entries.Select(entry => new Standing(1 + entries.Count(other => other.Score < entry.Score), entry.Element!, -(long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player)
    {
        var score = await redis.SortedSetScoreAsync("board:quiz", player) ?? 0;
        return 1 + await redis.SortedSetLengthAsync("board:quiz", double.NegativeInfinity, score, Exclude.Stop);
    }
}
