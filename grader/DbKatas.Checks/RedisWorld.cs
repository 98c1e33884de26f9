using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
using StackExchange.Redis;

namespace DbKatas.Checks;

/// <summary>
/// An empty Redis database for one check: a connection for the answer, and another for the check's own look. Time passes here by
/// <see cref="PassTimeAsync"/>, never by waiting.
/// </summary>
public sealed class RedisWorld : IAsyncDisposable
{
    /// <summary>Rounds of <see cref="SettleAsync"/>: more than any answer takes steps between two commands.</summary>
    private const int Rounds = 100;

    /// <summary>So many times that is waited for what every right answer brings about. In about a hundred runs beside six or twelve busy programs none took more than 110 rounds.</summary>
    private const int Patience = 40;

    /// <summary>The same once such a wait was in vain.</summary>
    private const int LittlePatience = 10;

    private readonly ConnectionMultiplexer _own;
    private readonly ConnectionMultiplexer _answers;

    private RedisWorld(string connectionString, ConnectionMultiplexer answers, ConnectionMultiplexer own) =>
        (ConnectionString, _answers, _own, Database, Look) = (connectionString, answers, own, OfCallers(answers), OfCallers(own));

    /// <summary>For answers that make connections of their own.</summary>
    public string ConnectionString { get; }

    /// <summary>The answer's connection.</summary>
    public IConnectionMultiplexer Connection => _answers;

    /// <summary>The answer's database. Give this to the answer, or <see cref="Connection"/>.</summary>
    public IDatabase Database { get; }

    /// <summary>The same data over another connection, for the check.</summary>
    public IDatabase Look { get; }

    /// <summary>An empty database.</summary>
    public static async Task<RedisWorld> CreateAsync()
    {
        var connectionString = await KataServers.AskAsync("redis");
        // Both at once: each takes several round trips.
        var connections = await Task.WhenAll(ConnectAsync(connectionString), ConnectAsync(connectionString));
        return new RedisWorld(connectionString, connections[0], connections[1]);
    }

    /// <summary>How long the key has still to live.</summary>
    /// <returns>Null when it lives for ever, zero when there is no such key.</returns>
    public async Task<TimeSpan?> TimeToLiveAsync(string key)
    {
        var left = (long)await Look.ExecuteAsync("PTTL", key);
        return left switch { -1 => null, < 0 => TimeSpan.Zero, _ => TimeSpan.FromMilliseconds(left) };
    }

    /// <summary>
    /// For how many seconds all keys live, right to a tenth, for the machine takes its time too, and told in whole seconds, which are the same in
    /// each run. Fails the check where a key lives for ever.
    /// </summary>
    /// <param name="sinceBefore">Begun before the keys were given their time.</param>
    /// <param name="none">What it means when there is no key: "Redis holds no key: nothing was cached."</param>
    /// <returns>At least what the shortest-lived key was given, and what the longest-lived has left.</returns>
    public async Task<(double Shortest, double Longest)> SecondsToLiveAsync(Stopwatch sinceBefore, string none)
    {
        var seconds = new List<double>();
        foreach (var key in await KeysAsync())
        {
            if (await TimeToLiveAsync(key) is { } left)
                seconds.Add(left.TotalSeconds);
            else
                Assert.Fail($"{key} has no expiry: it would live for ever.");
        }
        if (seconds.Count == 0)
            Assert.Fail(none);
        return (Math.Floor(Math.Round(seconds.Min() + sinceBefore.Elapsed.TotalSeconds, 1)), Math.Ceiling(Math.Round(seconds.Max(), 1)));
    }

    /// <summary>
    /// Lets time pass for every key that expires, by moving its expiry nearer. A key whose time is over is gone at once. Keys without an
    /// expiry stay as they are.
    /// </summary>
    public async Task PassTimeAsync(TimeSpan time)
    {
        foreach (var key in await KeysAsync())
        {
            var left = (long)await Look.ExecuteAsync("PTTL", key);
            if (left >= 0)
                await Look.ExecuteAsync("PEXPIRE", key, (left - (long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The names of all keys, in the order of their characters.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync() =>
        [.. ((string[])(await Look.ExecuteAsync("KEYS", "*"))!).Order(StringComparer.Ordinal)];

    /// <summary>How often each command has been carried out on this server, by its name in small letters.</summary>
    /// <remarks>By INFO's command statistics, which count what scripts do as well. The server has no other user while a check runs.</remarks>
    public async Task<IReadOnlyDictionary<string, long>> CommandsAsync()
    {
        var lines = ((string)(await Look.ExecuteAsync("INFO", "commandstats"))!).Split('\n', StringSplitOptions.TrimEntries);
        return lines.Where(line => line.StartsWith("cmdstat_", StringComparison.Ordinal)).Select(line => line["cmdstat_".Length..].Split(":calls=", 2))
            .ToDictionary(parts => parts[0].Replace('|', ' '), parts => long.Parse(parts[1].Split(',')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The names of the commands that were carried out since <paramref name="before"/> was taken, without this check's own INFO, and without what
    /// a client sends by itself: SELECT, and ECHO, PING and SUBSCRIBE on its second connection, when that is there.
    /// </summary>
    public async Task<IReadOnlyList<string>> CommandsAsync(IReadOnlyDictionary<string, long> before) =>
        [.. (await CommandsAsync()).Where(command => !OfTheClient.Contains(command.Key) && command.Value > before.GetValueOrDefault(command.Key)).Select(command => command.Key).Order(StringComparer.Ordinal)];

    private static readonly HashSet<string> OfTheClient = ["info", "select", "echo", "ping", "subscribe"];

    /// <summary>
    /// Waits until callers that are on their way have come as far as they can: to their end, or to something that the check holds back, such as
    /// a <see cref="CountedLoader{TKey,TValue}"/>. Counted in round trips on the answer's own connection, which carries commands in order, and
    /// not in milliseconds.
    /// </summary>
    /// <param name="orUntil">A task that every right answer ends, which ends the wait. For it the wait is forty times as long; ten times, once
    /// one was in vain.</param>
    public async Task SettleAsync(Task? orUntil = null)
    {
        var rounds = Rounds * (orUntil is null ? 1 : KataServers.HasWaitedInVain ? LittlePatience : Patience);
        for (var round = 0; round < rounds && orUntil is not { IsCompleted: true }; round++)
        {
            await Database.PingAsync();
            await Task.Yield();
        }
        KataServers.HasWaitedInVain |= orUntil is { IsCompleted: false };
    }

    /// <summary>Closes both connections. What is on its way over them comes to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_answers.CloseAsync(), _own.CloseAsync());
        _answers.Dispose();
        _own.Dispose();
    }

    /// <summary>Checks let an answer use either connection, as two servers would. Whichever it is, callers that come at once go in step.</summary>
    private static IDatabase OfCallers(ConnectionMultiplexer connection) => InterruptedDatabase.Around(connection.GetDatabase(), _ => InStep.BeforeCommand());

    private static Task<ConnectionMultiplexer> ConnectAsync(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        (options.SyncTimeout, options.ConnectTimeout, options.AbortOnConnectFail) = (5_000, 5_000, true);
        // Without it the client itself refuses some commands, and which ones differs between its versions. What an answer may do, Redis knows.
        options.AllowAdmin = true;
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
