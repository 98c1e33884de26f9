using System.Security.Cryptography;
using StackExchange.Redis;

namespace Redis.SlidingSession;

// Looking and prolonging in one round trip. The string holds the end and the user: "1767254400000 ann".
public sealed class SessionStore(IDatabase redis, TimeProvider clock)
{
    private const string Find = """
        local session = redis.call('GET', KEYS[1])
        if not session then return false end
        local ends, user = string.match(session, '^(%d+) (.*)$')
        local left = ends - ARGV[1]
        if left <= 0 then
          redis.call('DEL', KEYS[1])
          return false
        end
        redis.call('PEXPIRE', KEYS[1], math.min(left, 20 * 60 * 1000))
        return user
        """;

    public async Task<string> StartAsync(string user)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');
        await redis.StringSetAsync("session:" + token, $"{Now + 8 * 60 * 60 * 1000} {user}", TimeSpan.FromMinutes(20));
        return token;
    }

    public async Task<string?> FindAsync(string token) => (string?)await redis.ScriptEvaluateAsync(Find, ["session:" + token], [Now]);

    public async Task EndAsync(string token) => await redis.KeyDeleteAsync("session:" + token);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
