// mistake: asks for the ranks 0 to -1 when nobody is wanted, and gets everybody
using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    public async Task<long> AddAsync(string player, long points) => -(long)await redis.SortedSetIncrementAsync("board:quiz", player, -points);

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        var entries = await redis.SortedSetRangeByRankWithScoresAsync("board:quiz", 0, count - 1);
        return [.. entries.Select(entry => new Standing(1 + entries.Count(other => other.Score < entry.Score), entry.Element!, -(long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player) =>
        await redis.SortedSetScoreAsync("board:quiz", player) is { } score
            ? 1 + await redis.SortedSetLengthAsync("board:quiz", double.NegativeInfinity, score, Exclude.Stop)
            : null;
}
