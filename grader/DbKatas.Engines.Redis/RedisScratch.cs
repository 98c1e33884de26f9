using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using DbKatas.Grader.Engines;
using StackExchange.Redis;

namespace DbKatas.Engines.Redis;

/// <summary>
/// An empty database for one answer and a user who may do nothing outside it. Disposing empties the database and drops the user, whatever
/// the answer did.
/// </summary>
public sealed class RedisScratch : IAsyncDisposable
{
    private readonly RedisSession _session;
    private readonly string _name;
    private readonly string _password = RandomNumberGenerator.GetHexString(32);
    private readonly List<RedisDoor> _doors = [];

    private RedisScratch(RedisSession session, int database) => (_session, _name, Database) = (session, session.NextName(), database);

    /// <summary>The database's number.</summary>
    public int Database { get; }

    /// <summary>The session that it belongs to.</summary>
    public RedisSession Session => _session;

    /// <summary>The administrator's view of the database, for preparing and checking. Not for a learner's code.</summary>
    public IDatabase Administrator => _session.Administrator(Database);

    /// <returns>Null when the session's server was lost meanwhile.</returns>
    /// <exception cref="TroubleException">The server has no free database, or refused.</exception>
    internal static async Task<RedisScratch?> TryCreateAsync(RedisSession session, CancellationToken cancellation)
    {
        await session.Turn.WaitAsync(cancellation);
        try
        {
            if (!session.IsLost)
            {
                var scratch = new RedisScratch(session, await session.Databases.TakeAsync());
                await scratch.MakeUserAsync();
                return scratch;
            }
        }
        catch (Exception failure)
        {
            session.Turn.Release();
            if (failure is not (RedisException or TimeoutException))
                throw;
            if (await session.AnswersAsync())
                throw new TroubleException($"Redis on {session.Address.Place} can't be used for grading: {RedisFailureWords.OfClient(failure)}.", failure);
            return null;
        }
        session.Turn.Release();
        return null;
    }

    /// <summary>
    /// A door for a learner's code: a port of this machine that any client of any version can connect to without a password. What comes in by it is this scratch's user in this scratch's database. It closes with the scratch.
    /// </summary>
    public RedisDoor OpenDoor()
    {
        var door = new RedisDoor(ConnectAsync, Database);
        _doors.Add(door);
        return door;
    }

    /// <summary>
    /// How C# comes here: straight to the server where that is on this machine and StackExchange.Redis can log in as the scratch's user, else
    /// by a door. What goes through a door takes twice as long.
    /// </summary>
    public (string ConnectionString, DnsEndPoint Place) OpenForClients()
    {
        var server = _session.Address;
        if (RedisAddress.ClientsHaveUsers && _session.IsOurs && server.IsHere)
            return ($"{server.Place},user={_name},password={_password}", new DnsEndPoint(server.Host, server.Port));
        var door = OpenDoor();
        return (door.ConnectionString, new DnsEndPoint(RedisDoor.Host, door.Port));
    }

    /// <summary>Lets time pass for every key that expires: nobody has to wait for it.</summary>
    public async Task PassTimeAsync(TimeSpan time)
    {
        foreach (var key in await KeysAsync(int.MaxValue))
        {
            var at = (long)await Administrator.ExecuteAsync("PEXPIRETIME", key);
            if (at > 0)
                await Administrator.ExecuteAsync("PEXPIREAT", key, (at - (long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The names of all keys, at most so many and one batch more.</summary>
    internal async Task<IReadOnlyList<RedisKey>> KeysAsync(int most)
    {
        var keys = new List<RedisKey>();
        var seen = new HashSet<RedisKey>();
        var cursor = "0";
        do
        {
            var page = (RedisResult[])(await Administrator.ExecuteAsync("SCAN", cursor, "COUNT", "1000"))!;
            cursor = (string)page[0]!;
            // SCAN may name a key twice.
            keys.AddRange(((RedisKey[])page[1]!).Where(seen.Add));
        }
        while (cursor != "0" && keys.Count <= most);
        return keys;
    }

    /// <summary>A connection of the answer's user. Its database is chosen as the administrator: the user may not change it, and keeps this one.</summary>
    internal Task<RespConnection> ConnectAsync(CancellationToken cancellation) => RespConnection.OpenAsync(
        _session.Address, cancellation, ["SELECT", Database.ToString(CultureInfo.InvariantCulture)], ["AUTH", _name, _password]);

    /// <summary>The server's clock, in milliseconds since 1970.</summary>
    internal async Task<long> TimeAsync()
    {
        var time = (RedisResult[])(await Administrator.ExecuteAsync("TIME"))!;
        return ((long)time[0] * 1000) + ((long)time[1] / 1000);
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever fails here: who waits for the server's next turn must get it.
        try
        {
            foreach (var door in _doors)
                await door.DisposeAsync();
            if (!_session.IsLost)
                await CleanAsync();
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            // The verdict that was just reached must not be lost over it. A server that is not as it should be is not used again.
            await _session.AnswersAsync();
        }
        finally
        {
            _session.Turn.Release();
        }
    }

    private async Task MakeUserAsync() =>
        await Administrator.ExecuteAsync("ACL", ["SETUSER", _name, "reset", "on", $">{_password}", .. AnswerRights.RulesFor(Database)]);

    private async Task CleanAsync()
    {
        await _session.EndScriptAsync();
        if (_session.IsLost)
            return;
        // One after the other on the server, and waited for together. The first one ends the user's connections as well.
        await Task.WhenAll(CleaningCommands().Select(words => Administrator.ExecuteAsync(words[0], words[1..])));
        await _session.Databases.ReturnAsync(Database);
    }

    private IEnumerable<string[]> CleaningCommands()
    {
        yield return ["ACL", "DELUSER", _name];
        yield return [_session.IsOurs ? "FLUSHALL" : "FLUSHDB"];
        if (_session.IsOurs)
        {
            yield return ["SCRIPT", "FLUSH"];
            yield return ["FUNCTION", "FLUSH"];
        }
    }
}
