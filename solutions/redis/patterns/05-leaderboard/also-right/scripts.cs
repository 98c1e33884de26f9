using StackExchange.Redis;

namespace Redis.Leaderboard;

public sealed record Standing(long Place, string Player, long Points);

// Each question is one script, so that nobody's points change between its two halves.
public sealed class QuizBoard(IDatabase redis)
{
    private const string Top = """
        local result = {}
        for index, player in ipairs(redis.call('ZRANGE', KEYS[1], 0, ARGV[1] - 1)) do
          local score = redis.call('ZSCORE', KEYS[1], player)
          local more = redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. score)
          result[index] = { more + 1, player, -tonumber(score) }
        end
        return result
        """;

    private const string Place = """
        local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
        return score and redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. score) + 1
        """;

    private static readonly RedisKey[] Key = ["board:quiz"];

    public async Task<long> AddAsync(string player, long points) =>
        -(long)await redis.ScriptEvaluateAsync("return tonumber(redis.call('ZINCRBY', KEYS[1], ARGV[1], ARGV[2]))", Key, [-points, player]);

    public async Task<IReadOnlyList<Standing>> TopAsync(int count)
    {
        var rows = count > 0 ? (RedisResult[])(await redis.ScriptEvaluateAsync(Top, Key, [count]))! : [];
        return [.. rows.Select(row => (RedisResult[])row!).Select(row => new Standing((long)row[0], (string)row[1]!, (long)row[2]))];
    }

    public async Task<long?> PlaceAsync(string player)
    {
        var place = await redis.ScriptEvaluateAsync(Place, Key, [player]);
        return place.IsNull ? null : (long)place;
    }
}
