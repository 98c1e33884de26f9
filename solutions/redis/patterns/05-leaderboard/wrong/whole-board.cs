// mistake: fetches the whole board and sorts it in the program
using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

public sealed class QuizBoard(IDatabase redis)
{
    public async Task<long> AddAsync(string player, long points) => (long)await redis.SortedSetIncrementAsync("board:quiz", player, points);

    public async Task<IReadOnlyList<Standing>> TopAsync(int count) => [.. (await AllAsync()).Take(count)];

    public async Task<long?> PlaceAsync(string player) => (await AllAsync()).FirstOrDefault(standing => standing.Player == player)?.Place;

    private async Task<List<Standing>> AllAsync()
    {
        var all = new List<Standing>();
        var entries = await redis.SortedSetRangeByRankWithScoresAsync("board:quiz");
        foreach (var entry in entries.OrderByDescending(entry => entry.Score).ThenBy(entry => (string)entry.Element!, StringComparer.Ordinal))
        {
            var points = (long)entry.Score;
            all.Add(new Standing(all.Count > 0 && all[^1].Points == points ? all[^1].Place : all.Count + 1, entry.Element!, points));
        }
        return all;
    }
}
