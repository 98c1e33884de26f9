using System.Net;
using System.Net.Sockets;

namespace DbKatas.CSharp.Worker;

/// <summary>
/// Inside a sandbox, which has no network: listens where a connection string points to, and passes every connection on to a socket that leads
/// to the server outside. Ends with the process.
/// </summary>
internal sealed class Relays
{
    private readonly HashSet<int> _ports = [];

    /// <summary>Begins to listen, unless it does so already.</summary>
    public void Open(int port, string socketPath)
    {
        if (!_ports.Add(port))
            return;
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener, socketPath);
    }

    private static async Task AcceptAsync(TcpListener listener, string socketPath)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptSocketAsync(), socketPath);
    }

    private static async Task ServeAsync(Socket guest, string socketPath)
    {
        using var inside = guest;
        using var outside = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            inside.NoDelay = true;
            await outside.ConnectAsync(new UnixDomainSocketEndPoint(socketPath));
            await SocketPair.JoinAsync(inside, outside, CancellationToken.None);
        }
        catch (Exception ended) when (ended is SocketException or IOException)
        {
            // As the server's own end would look.
        }
    }
}
