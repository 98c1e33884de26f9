using System.Net;
using System.Net.Sockets;
using DbKatas.Grader.Engines;

namespace DbKatas.CSharp;

/// <summary>
/// The way out of a sandbox: for each server that checks ask for a socket in the shared folder, behind which every connection goes to that
/// server and to no other. Inside, the worker listens where the connection string points to and passes on what comes.
/// </summary>
internal sealed class SandboxGate(string folder) : IAsyncDisposable
{
    private readonly Dictionary<DnsEndPoint, string> _doors = [];
    private readonly List<Task> _serving = [];
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Opens the way to a server, unless it is open already.</summary>
    /// <returns>The socket's path, the same inside and outside.</returns>
    /// <exception cref="TroubleException">The server has no name that could mean another place inside.</exception>
    public string Open(DnsEndPoint server)
    {
        if (_doors.TryGetValue(server, out var open))
            return open;
        if (!IsHere(server.Host) && IPAddress.TryParse(server.Host, out _))
            throw new TroubleException(
                $"C# answers of other people run without a network, and reach the server on this machine or by its name. It is given by its address, {server.Host}: give it a name instead.");
        if (!IsHere(server.Host))
            File.AppendAllText(Path.Combine(folder, "hosts"), $"127.0.0.1 {server.Host}\n");
        var path = Path.Combine(folder, $"server-{_doors.Count}");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        // Inside, the answer is another user.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
        _serving.Add(AcceptAsync(listener, server));
        return _doors[server] = path;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_serving);
        _closing.Dispose();
    }

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private async Task AcceptAsync(Socket listener, DnsEndPoint server)
    {
        using var _ = listener;
        var guests = new List<Task>();
        try
        {
            while (true)
                guests.Add(ServeAsync(await listener.AcceptAsync(_closing.Token), server));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(guests);
        }
    }

    private async Task ServeAsync(Socket guest, DnsEndPoint server)
    {
        using var inside = guest;
        using var outside = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await outside.ConnectAsync(server, _closing.Token);
            await Worker.SocketPair.JoinAsync(inside, outside, _closing.Token);
        }
        catch (Exception ended) when (ended is SocketException or IOException or OperationCanceledException)
        {
            // One side has gone; the other is closed with it.
        }
    }
}
