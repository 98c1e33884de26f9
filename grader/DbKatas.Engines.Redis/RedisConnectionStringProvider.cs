using System.Net.Sockets;
using System.Security.Authentication;
using DbKatas.Grader.Engines;

namespace DbKatas.Engines.Redis;

/// <summary>A server that somebody else runs and names in the environment: docker-compose's, a class server, a managed cloud service.</summary>
/// <param name="connectionString">StackExchange.Redis's form or a redis:// URI; null or empty when there is none.</param>
/// <param name="patience">How long a server may take to answer; it may be starting just now.</param>
public sealed class RedisConnectionStringProvider(string? connectionString, TimeSpan patience) : IRedisProvider
{
    public const string Variable = "DBKATAS_REDIS";

    private const string OtherWay = $"Or unset {Variable} to grade on a private server.";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The server of the environment, asked for at most 10 s.</summary>
    public static RedisConnectionStringProvider FromEnvironment() =>
        new(Environment.GetEnvironmentVariable(Variable), TimeSpan.FromSeconds(10));

    public string Name => "your server";

    public string NamedBy => Variable;

    public async Task<WayFinding> LookAsync(CancellationToken cancellation)
    {
        await using var server = await TryStartAsync(cancellation);
        return server is null ? this.Closed($"{Variable} is not set.") : this.Open($"Redis answers on {server.Address.Place}, as {Variable} says.");
    }

    public async Task<RedisServer?> TryStartAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            return null;
        var address = RedisConnectionText.Parse(connectionString);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(patience);
        string? reason = null;
        while (!deadline.IsCancellationRequested)
        {
            try
            {
                await AskAsync(address, deadline.Token);
                return new RedisServer(address, Variable);
            }
            catch (RespException starting) when (starting.Message.StartsWith("LOADING", StringComparison.Ordinal))
            {
                reason = "it is still loading its data";
            }
            catch (Exception e) when (e is RespException or AuthenticationException)
            {
                throw new TroubleException($"Redis on {address.Place} (from {Variable}) refused the connection: {Refusal(e, address)} {OtherWay}", e);
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                reason = Reason(e);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // The deadline came in the middle of an attempt; the loop ends by itself.
            }
            await Task.Delay(Pause, deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        cancellation.ThrowIfCancellationRequested();
        throw new TroubleException(NoAnswer(address, reason));
    }

    private static async Task AskAsync(RedisAddress address, CancellationToken cancellation)
    {
        await using var connection = await RespConnection.OpenAsync(address, cancellation);
        await connection.DemandAsync(cancellation, "PING");
    }

    private static string? Reason(Exception failure) => failure is not SocketException socket ? null : socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "no such host",
        SocketError.ConnectionRefused => "nothing listens there",
        _ => null,
    };

    private static string Refusal(Exception failure, RedisAddress address) => failure.Message switch
    {
        var said when said.StartsWith("NOAUTH", StringComparison.Ordinal) => $"it wants a password. Add password=… to {Variable}, after a comma.",
        var said when said.StartsWith("WRONGPASS", StringComparison.Ordinal) || said.Contains("invalid password", StringComparison.Ordinal) =>
            $"the password for user {address.User ?? "default"} is wrong. Correct it in {Variable}.",
        var said when said.Contains("without any password configured", StringComparison.Ordinal) => $"it asks for no password, and {Variable} gives one. Take it out.",
        var said => $"{said.TrimEnd('.')}.",
    };

    private string NoAnswer(RedisAddress address, string? reason)
    {
        var why = reason is null ? "" : $" ({reason})";
        var isCompose = address is { Host: "localhost" or "127.0.0.1" or "::1", Port: RedisAddress.StandardPort };
        var start = isCompose ? "Start it with: docker compose up -d redis." : "Is it running, and are host and port right?";
        return $"Redis did not answer on {address.Place} (from {Variable}) within {patience.TotalSeconds:0.#} s{why}. {start} {OtherWay}";
    }
}
