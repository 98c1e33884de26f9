using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DbKatas.Checks;

/// <summary>
/// Stands between an answer and its server, on a loopback port, and reads along. It has threads of its own: an answer that blocks all threads of
/// the pool must not stop its own database.
/// </summary>
internal sealed class PostgresProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly Lock _lock = new();
    private readonly HashSet<ProxiedConnection> _open = [];
    private bool _isClosed;

    public PostgresProxy(NpgsqlConnectionStringBuilder server)
    {
        _server = server;
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Background.Run(Accept);
    }

    public int Port { get; }

    public PostgresTraffic Traffic { get; } = new();

    public void DropConnections()
    {
        ProxiedConnection[] open;
        lock (_lock)
            open = [.. _open];
        foreach (var connection in open)
            connection.Cut();
    }

    public void Dispose()
    {
        lock (_lock)
            _isClosed = true;
        _listener.Stop();
        DropConnections();
    }

    private void Accept()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = _listener.AcceptTcpClient();
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            Begin(client);
        }
    }

    private void Begin(TcpClient client)
    {
        client.NoDelay = true;
        var connection = new ProxiedConnection(client, _server, Traffic);
        lock (_lock)
            _open.Add(connection);
        if (_isClosed)
            connection.Cut();
        Background.Run(() =>
        {
            connection.Serve();
            lock (_lock)
                _open.Remove(connection);
        });
    }
}
