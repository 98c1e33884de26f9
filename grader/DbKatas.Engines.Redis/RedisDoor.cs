using System.Net;
using System.Net.Sockets;

namespace DbKatas.Engines.Redis;

/// <summary>
/// A port of this machine behind which every connection is logged in already. It exists because StackExchange.Redis 1.2.6 can't log in as
/// a named user, and because a learner's code then needs no password.
/// </summary>
public sealed class RedisDoor : IAsyncDisposable
{
    public const string Host = "127.0.0.1";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<CancellationToken, Task<RespConnection>> _connect;
    private readonly int _database;
    private readonly Task _accepting;

    /// <param name="connect">Opens a connection that is logged in.</param>
    /// <param name="database">The one in which such a connection is, and the only one that it may choose.</param>
    internal RedisDoor(Func<CancellationToken, Task<RespConnection>> connect, int database)
    {
        (_connect, _database) = (connect, database);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>For StackExchange.Redis: "127.0.0.1:41234", with the number of the database where that is not 0. Other clients take the port.</summary>
    public string ConnectionString => _database == 0 ? $"{Host}:{Port}" : $"{Host}:{Port},defaultDatabase={_database}";

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        // A listener that was stopped before could not be asked for the next guest, and would say so instead of ending.
        await _accepting;
        _listener.Stop();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var guests = new List<Task>();
        try
        {
            while (true)
                guests.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(guests);
        }
    }

    private async Task ServeAsync(TcpClient guest)
    {
        using var _ = guest;
        try
        {
            guest.NoDelay = true;
            await using var server = await _connect(_closing.Token);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            var there = guest.GetStream().CopyToAsync(server.Stream, either.Token);
            var back = server.Stream.CopyToAsync(guest.GetStream(), either.Token);
            await Task.WhenAny(there, back);
            await either.CancelAsync();
            await Task.WhenAll(there, back);
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or RespException or ObjectDisposedException)
        {
            // One side has gone; the other is closed with it, as it would be without the door between them.
        }
    }
}
