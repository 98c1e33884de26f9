// mistake: reads the points and writes the sum back, and others read them in between
using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    public async Task<long> AddAsync(string player, long points)
    {
        var score = (await redis.SortedSetScoreAsync("board:quiz", player) ?? 0) - points;
        await redis.SortedSetAddAsync("board:quiz", player, score);
        return -(long)score;
    }

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        if (count == 0)
            return [];
        var entries = await redis.SortedSetRangeByRankWithScoresAsync("board:quiz", 0, count - 1);
        return [.. entries.Select(entry => new Standing(1 + entries.Count(other => other.Score < entry.Score), entry.Element!, -(long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player) =>
        await redis.SortedSetScoreAsync("board:quiz", player) is { } score
            ? 1 + await redis.SortedSetLengthAsync("board:quiz", double.NegativeInfinity, score, Exclude.Stop)
            : null;
}
