using DbKatas.Grader.Engines;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>
/// Finds a numbered database that is free. On a server of ours that is number 0. On somebody else's it is one that was empty when the first
/// run took it: a key in database 0 then says whose it is, so that runs stay apart and nobody's data are touched.
/// </summary>
internal sealed class DatabaseLeases(RedisSession session)
{
    private const int UsualNumber = 16;

    // Replaces the holder that was seen, and no other: two runs may find the same dead one.
    private const string TakeOver = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2]) return 1 else return 0 end";

    /// <exception cref="TroubleException">There is none.</exception>
    public async Task<int> TakeAsync()
    {
        if (session.IsOurs)
            return 0;
        var clients = (string?)await Keys.ExecuteAsync("CLIENT", "LIST") ?? "";
        var databases = await NumberAsync();
        for (var database = 1; database < databases; database++)
            if (await TryTakeAsync(database, clients))
                return database;
        throw new TroubleException(
            $"No database of the Redis on {session.Address.Place} is free for grading: it has {databases}, number 0 is left alone, and the others hold data. "
            + $"Empty one of them, or unset {RedisConnectionStringProvider.Variable} to grade on a private server.");
    }

    public async Task ReturnAsync(int database)
    {
        if (!session.IsOurs)
            await Keys.KeyDeleteAsync(KeyOf(database));
    }

    private IDatabase Keys => session.Administrator(0);

    private static string KeyOf(int database) => $"dbkatas:database:{database}";

    private async Task<bool> TryTakeAsync(int database, string clients)
    {
        if (await Keys.StringSetAsync(KeyOf(database), session.RunName, null, When.NotExists))
        {
            if ((long)await session.Administrator(database).ExecuteAsync("DBSIZE") == 0)
                return true;
            await Keys.KeyDeleteAsync(KeyOf(database));
            return false;
        }
        var holder = (string?)await Keys.StringGetAsync(KeyOf(database));
        if (holder is null || clients.Contains($" name={holder} ", StringComparison.Ordinal))
            return false;
        var taken = (int)await Keys.ScriptEvaluateAsync(TakeOver, [KeyOf(database)], [holder, session.RunName]) == 1;
        if (taken)
            await session.Administrator(database).ExecuteAsync("FLUSHDB");
        return taken;
    }

    /// <summary>Managed services hide their settings; a cluster has one database alone.</summary>
    private async Task<int> NumberAsync()
    {
        try
        {
            var setting = (RedisResult[])(await Keys.ExecuteAsync("CONFIG", "GET", "databases"))!;
            return setting.Length == 2 ? (int)setting[1] : UsualNumber;
        }
        catch (RedisServerException)
        {
            return UsualNumber;
        }
    }
}
