using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace DbKatas.Engines.Redis;

/// <summary>
/// One plain connection, one command after the other, as redis-cli has it. Answers run on such a one and not on StackExchange.Redis's
/// multiplexer: MULTI, blocking commands and an endless script belong to a connection, and closing it ends them. A multiplexer would
/// also connect again, as the administrator, when an answer ends its connection.
/// </summary>
internal sealed class RespConnection : IAsyncDisposable
{
    /// <summary>No reply that a learner could use is larger.</summary>
    public const int MostReplyBytes = 16 * 1024 * 1024;

    private const int DeepestReply = 32;

    private readonly TcpClient _client;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private int _left;

    private RespConnection(TcpClient client, Stream stream) => (_client, _stream) = (client, stream);

    /// <param name="address">The server.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <param name="first">Commands of ours that follow the login, sent with it in one message.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="RespException">The server refused the login, or one of the commands.</exception>
    public static async Task<RespConnection> OpenAsync(RedisAddress address, CancellationToken cancellation, params string[][] first)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(address.Host, address.Port, cancellation).ConfigureAwait(false);
            var connection = new RespConnection(client, await StreamAsync(client, address, cancellation).ConfigureAwait(false));
            await connection.DemandAllAsync([.. Login(address), .. first], cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>The connection itself, for who takes it over after the login.</summary>
    public Stream Stream => _stream;

    /// <summary>Sends a command of ours.</summary>
    /// <exception cref="RespException">The server said no.</exception>
    public async Task<RespReply> DemandAsync(CancellationToken cancellation, params string[] words)
    {
        await WriteAsync([Bytes(words)], cancellation).ConfigureAwait(false);
        return await DemandedAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends a command and reads its reply.</summary>
    /// <exception cref="IOException">The connection ended.</exception>
    /// <exception cref="RespException">The reply is larger than <see cref="MostReplyBytes"/>, or is none; the connection is of no use then.</exception>
    public async Task<RespReply> SendAsync(IReadOnlyList<byte[]> words, CancellationToken cancellation)
    {
        await WriteAsync([words], cancellation).ConfigureAwait(false);
        return await ReadAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    private static async Task<Stream> StreamAsync(TcpClient client, RedisAddress address, CancellationToken cancellation)
    {
        if (!address.IsTls)
            return client.GetStream();
        var encrypted = new SslStream(client.GetStream());
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host }, cancellation).ConfigureAwait(false);
        return encrypted;
    }

    private static string[][] Login(RedisAddress address) => address switch
    {
        { Password: null } => [],
        { User: { } user } => [["AUTH", user, address.Password]],
        _ => [["AUTH", address.Password]],
    };

    private static byte[][] Bytes(string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];

    private async Task DemandAllAsync(string[][] commands, CancellationToken cancellation)
    {
        if (commands.Length > 0)
            await WriteAsync([.. commands.Select(Bytes)], cancellation).ConfigureAwait(false);
        foreach (var _ in commands)
            await DemandedAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<RespReply> DemandedAsync(CancellationToken cancellation)
    {
        var reply = await ReadAsync(cancellation).ConfigureAwait(false);
        return reply.Kind == '-' ? throw new RespException(reply.Text) : reply;
    }

    private async Task WriteAsync(IReadOnlyList<IReadOnlyList<byte[]>> commands, CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        foreach (var words in commands)
        {
            message.Write(Encoding.ASCII.GetBytes($"*{words.Count}\r\n"));
            foreach (var word in words)
            {
                message.Write(Encoding.ASCII.GetBytes($"${word.Length}\r\n"));
                message.Write(word);
                message.Write("\r\n"u8);
            }
        }
        await _stream.WriteAsync(message.GetBuffer().AsMemory(0, (int)message.Length), cancellation).ConfigureAwait(false);
    }

    private Task<RespReply> ReadAsync(CancellationToken cancellation)
    {
        _left = MostReplyBytes;
        return ReadAsync(0, cancellation);
    }

    private async Task<RespReply> ReadAsync(int depth, CancellationToken cancellation)
    {
        if (depth > DeepestReply)
            throw new RespException("the reply is a list of lists without end");
        var line = await ReadLineAsync(cancellation).ConfigureAwait(false);
        var rest = line[1..];
        switch ((char)line[0])
        {
            case '+' or '-' or ':':
                return new RespReply((char)line[0], rest);
            case '$':
                var length = Number(rest);
                return new RespReply('$', length < 0 ? null : await ReadTextAsync(length, cancellation).ConfigureAwait(false));
            case '*':
                var items = new List<RespReply>();
                var count = Number(rest);
                for (var i = 0; i < count; i++)
                    items.Add(await ReadAsync(depth + 1, cancellation).ConfigureAwait(false));
                return new RespReply('*', null, count < 0 ? null : items);
            default:
                throw new RespException("the reply is not Redis's");
        }
    }

    private static int Number(byte[] text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new RespException("the reply is not Redis's");

    private async Task<byte[]> ReadTextAsync(int length, CancellationToken cancellation)
    {
        Spend(length);
        var text = new byte[length + 2];
        for (var filled = 0; filled < text.Length;)
        {
            await FillAsync(cancellation).ConfigureAwait(false);
            var taken = Math.Min(_end - _start, text.Length - filled);
            _buffer.AsSpan(_start, taken).CopyTo(text.AsSpan(filled));
            (_start, filled) = (_start + taken, filled + taken);
        }

        return text[..length];
    }

    private async Task<byte[]> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (true)
        {
            await FillAsync(cancellation).ConfigureAwait(false);
            var next = _buffer[_start++];
            if (next == '\n' && line.Count > 1 && line[^1] == '\r')
                return [.. line.Take(line.Count - 1)];
            Spend(1);
            line.Add(next);
        }
    }

    private void Spend(int bytes)
    {
        // Each item of a list costs memory here even when it is empty.
        _left -= bytes + 16;
        if (_left < 0)
            throw new RespException($"the reply is larger than {MostReplyBytes / 1024 / 1024} MB");
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (_start < _end)
            return;
        (_start, _end) = (0, await _stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false));
        if (_end == 0)
            throw new EndOfStreamException("the server closed the connection");
    }
}
