using System.Buffers.Binary;
using System.Net.Sockets;
using Npgsql;

namespace DbKatas.Checks;

/// <summary>One connection of an answer and its continuation to the server.</summary>
internal sealed class ProxiedConnection(TcpClient client, NpgsqlConnectionStringBuilder address, PostgresTraffic traffic)
{
    // The first packet's code: a protocol version, or one of these (the server's manual, "Message Formats").
    private const int CancelRequest = 80877102;
    private const int EncryptionRequest = 80877103;
    private const int GssRequest = 80877104;
    private const int LongestStartup = 10_000;

    private readonly Lock _lock = new();
    private TcpClient? _server;
    private bool _isCut;

    /// <summary>Requests that the server has not answered yet. Guarded by the lock.</summary>
    private int _unanswered;
    private bool _loseAnswer;
    private bool _isLoggedIn;

    /// <summary>Passes on what both sides say until one of them ends. Returns when both directions have ended; throws nothing.</summary>
    public void Serve()
    {
        try
        {
            var startup = ReadStartup(client.GetStream());
            var (server, stream) = PostgresUpstream.Connect(address);
            lock (_lock)
                _server = server;
            stream.Write(startup);
            if (Code(startup) != CancelRequest)
                PassOn(stream);
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or InvalidDataException or InvalidOperationException)
        {
            // Either side may go whenever it likes; the other is told by the end of its connection.
        }
        finally
        {
            Cut();
        }
    }

    /// <summary>Ends both sides at once, without the protocol's goodbye.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _isCut = true;
            client.Close();
            _server?.Close();
        }
    }

    private void PassOn(Stream server)
    {
        traffic.Opened();
        try
        {
            var answers = new Thread(() => Pump(server, client.GetStream(), Answered), maxStackSize: 256 * 1024) { IsBackground = true };
            answers.Start();
            Pump(client.GetStream(), server, Asked);
            Cut();
            answers.Join();
        }
        finally
        {
            traffic.Closed();
        }
    }

    private void Pump(Stream from, Stream to, Action<char, ReadOnlyMemory<byte>> seen)
    {
        var messages = new PostgresMessages(from);
        try
        {
            while (messages.Read(seen) is { Length: > 0 } whole && !_isCut)
                to.Write(whole.Span);
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidDataException)
        {
            // As in Serve.
        }
        finally
        {
            Cut();
        }
    }

    /// <summary>Sees every message of the client before the server does.</summary>
    private void Asked(char type, ReadOnlyMemory<byte> content)
    {
        if (type is 'Q' or 'P')
            traffic.Sent(PostgresMessages.StatementOf(type, content));
        if (type is not ('Q' or 'S' or 'F'))
            return;
        lock (_lock)
            if (_unanswered++ > 0)
                return;
        // Sent while nothing else is under way: the client begins to wait here. What it sends before the answer came rides along.
        switch (traffic.BeginRoundTrip())
        {
            case PostgresTraffic.Drop.Request:
                Cut();
                break;
            case PostgresTraffic.Drop.Answer:
                _loseAnswer = true;
                break;
        }
    }

    private void Answered(char type, ReadOnlyMemory<byte> content)
    {
        if (type != 'Z')
            return;
        if (!_isLoggedIn)
        {
            _isLoggedIn = true;
            return;
        }
        lock (_lock)
            if (--_unanswered > 0)
                return;
        if (_loseAnswer)
            Cut();
    }

    private static byte[] ReadStartup(NetworkStream from)
    {
        while (true)
        {
            var packet = ReadPacket(from);
            if (Code(packet) is not (EncryptionRequest or GssRequest))
                return packet;
            // "No": between the answer and this proxy nothing leaves the machine.
            from.WriteByte((byte)'N');
        }
    }

    private static byte[] ReadPacket(NetworkStream from)
    {
        var length = new byte[4];
        from.ReadExactly(length);
        var size = BinaryPrimitives.ReadInt32BigEndian(length);
        if (size is < 8 or > LongestStartup)
            throw new InvalidDataException("not a PostgreSQL client");
        var packet = new byte[size];
        length.CopyTo(packet, 0);
        from.ReadExactly(packet.AsSpan(4));
        return packet;
    }

    private static int Code(byte[] packet) => BinaryPrimitives.ReadInt32BigEndian(packet.AsSpan(4));
}
