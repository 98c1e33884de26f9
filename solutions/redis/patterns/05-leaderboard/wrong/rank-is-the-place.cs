// mistake: takes the rank for the place, so that players with equal points have different places
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
        return [.. entries.Select((entry, index) => new Standing(index + 1, entry.Element!, -(long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player) => await redis.SortedSetRankAsync("board:quiz", player) + 1;
}
