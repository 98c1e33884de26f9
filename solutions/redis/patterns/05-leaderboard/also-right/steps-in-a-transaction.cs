using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

// The top and how many have more than each of its scores, in two transactions; a rank is asked for nowhere.
public sealed class QuizBoard(IDatabase redis)
{
    private static readonly RedisKey Key = "board:quiz";

    public async Task<long> AddAsync(string player, long points)
    {
        var score = await redis.SortedSetDecrementAsync(Key, player, points);
        return (long)-score;
    }

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        var entries = await redis.SortedSetRangeByScoreWithScoresAsync(Key, skip: 0, take: count);
        var together = redis.CreateTransaction();
        var more = entries.Select(entry => together.SortedSetLengthAsync(Key, double.NegativeInfinity, entry.Score, Exclude.Stop)).ToList();
        if (more.Count > 0)
            await together.ExecuteAsync();
        return [.. entries.Select((entry, index) => new Standing(more[index].Result + 1, entry.Element!, -(long)entry.Score))];
    }

    public async Task<long?> PlaceAsync(string player)
    {
        var score = await redis.SortedSetScoreAsync(Key, player);
        if (!score.HasValue)
            return null;
        var more = await redis.SortedSetLengthAsync(Key, double.NegativeInfinity, score.Value, Exclude.Stop);
        return more + 1;
    }
}
