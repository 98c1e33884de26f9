using System.Security.Cryptography;
using DbKatas.Grader.Engines;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>One run of the grader on one server, as its administrator. Every connection of the administrator bears the run's name.</summary>
public sealed class RedisSession : IEngineSession
{
    private readonly RedisServer _server;
    private readonly ConnectionMultiplexer _administrator;
    private IReadOnlyList<string>? _commands;
    private int _made;

    private RedisSession(RedisServer server, string runName, ConnectionMultiplexer administrator, string number)
    {
        (_server, RunName, _administrator, Number) = (server, runName, administrator, number);
        Databases = new DatabaseLeases(this);
    }

    /// <summary>As in "7.0.15".</summary>
    public string Number { get; }

    public int MajorVersion => int.Parse(Number.Split('.')[0]);

    /// <summary>For the verdict: "Redis 7.0.15 (private server)".</summary>
    public string Description => $"Redis {Number} ({_server.Origin})";

    /// <summary>True once the server has been found not to answer any more; the session is then of no further use.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether all of the server is this run's.</summary>
    public bool IsOurs => _server.IsOurs;

    internal string RunName { get; }

    internal RedisAddress Address => _server.Address;

    /// <summary>One scratch at a time. Never disposed: who still waits for it must be let in, and told that the session is lost.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    internal DatabaseLeases Databases { get; }

    /// <exception cref="TroubleException">The server is too old, or this user is no administrator there.</exception>
    public static async Task<RedisSession> OpenAsync(RedisServer server, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        CheckLogin(server.Address);
        var runName = $"dbkatas_r{RandomNumberGenerator.GetInt32(1, int.MaxValue)}";
        ConnectionMultiplexer? administrator = null;
        try
        {
            administrator = await ConnectionMultiplexer.ConnectAsync(server.Address.Options(runName));
            var number = await VersionAsync(administrator.GetDatabase());
            if (int.Parse(number.Split('.')[0]) < RedisVersion.Oldest)
                throw new TroubleException($"The server ({server.Origin}) is Redis {number}; the katas need {RedisVersion.Oldest} or newer.");
            var session = new RedisSession(server, runName, administrator, number);
            await session.DropLeftoverUsersAsync();
            return session;
        }
        catch (Exception failure)
        {
            administrator?.Dispose();
            if (failure is RedisServerException refused)
                throw new TroubleException(
                    $"The Redis server ({server.Origin}) can't be used for grading: {refused.Message.TrimEnd('.')}. The user needs an administrator's rights there, ACL above all.", refused);
            if (failure is RedisException or TimeoutException)
                throw new TroubleException($"The Redis server ({server.Origin}) on {server.Address.Place} broke off the connection: {RedisFailureWords.OfClient(failure)}.", failure);
            throw;
        }
    }

    /// <summary>The server's commands, in capitals; sub-commands apart.</summary>
    public async Task<IReadOnlyList<string>> CommandsAsync() =>
        _commands ??= [.. ((RedisResult[])(await Administrator(0).ExecuteAsync("COMMAND", "LIST"))!).Select(name => ((string)name!).ToUpperInvariant())];

    /// <summary>Asks whether the server still answers its administrator; remembers a no.</summary>
    public async Task<bool> AnswersAsync()
    {
        // On a connection of its own: the multiplexer would go on hoping.
        IsLost |= await new EndlessScript(Address).IsRunningAsync();
        return !IsLost;
    }

    public async ValueTask DisposeAsync()
    {
        // Without waiting for replies: a server that is lost gives none.
        await _administrator.CloseAsync(allowCommandsToComplete: false);
        _administrator.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>A name for a scratch's user, used by no other.</summary>
    internal string NextName() => $"{RunName}_{Interlocked.Increment(ref _made)}";

    internal IDatabase Administrator(int database) => _administrator.GetDatabase(database);

    /// <summary>
    /// Ends a script that never would, when there is one. This session is of no use afterwards: its server, when it is ours, ends with it, and
    /// StackExchange.Redis 1.2.6 takes what a busy server says for a broken connection.
    /// </summary>
    /// <exception cref="TroubleException">The script on somebody else's server can't be ended.</exception>
    internal async Task EndScriptAsync()
    {
        var script = new EndlessScript(Address);
        if (IsLost || !await script.IsRunningAsync())
            return;
        IsLost = true;
        if (!IsOurs && !await script.TryEndAsync())
            throw new TroubleException(
                $"A script of this answer has changed data and never ends, and Redis on {Address.Place} ({_server.Origin}) answers nobody until it is stopped. "
                + "Its owner stops it with: redis-cli SHUTDOWN NOSAVE");
    }

    private static void CheckLogin(RedisAddress address)
    {
#if !STACKEXCHANGE_REDIS_CURRENT
        if (address.User is not null)
            throw new TroubleException(
                $"{RedisConnectionStringProvider.Variable} names the user {address.User}, and this build has StackExchange.Redis 1.2.6, which knows only the default user: "
                + "your package feed has no newer one. Leave the user out, or build with the whole of NuGet.");
#else
        _ = address;
#endif
    }

    private static async Task<string> VersionAsync(IDatabase database)
    {
        var info = (string?)await database.ExecuteAsync("INFO", "server") ?? "";
        const string key = "redis_version:";
        return info.Split('\n').FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim() ?? "0";
    }

    /// <summary>Users that crashed runs have left: of runs by whose name nobody is connected any more.</summary>
    private async Task DropLeftoverUsersAsync()
    {
        var clients = (string?)await Administrator(0).ExecuteAsync("CLIENT", "LIST") ?? "";
        foreach (var user in ((RedisResult[])(await Administrator(0).ExecuteAsync("ACL", "USERS"))!).Select(user => (string)user!))
        {
            var end = user.StartsWith("dbkatas_r", StringComparison.Ordinal) ? user.LastIndexOf('_') : -1;
            if (end > "dbkatas_r".Length && !clients.Contains($" name={user[..end]} ", StringComparison.Ordinal))
                await Administrator(0).ExecuteAsync("ACL", "DELUSER", user);
        }
    }
}
