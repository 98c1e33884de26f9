using System.Buffers.Binary;
using System.Text;

namespace DbKatas.Checks;

/// <summary>
/// Cuts one direction of a PostgreSQL connection into its messages: a type byte, a length of four bytes that counts itself, the content
/// (protocol 3, "Message Formats" in the server's manual). Bytes of an unfinished message wait for the next read.
/// </summary>
internal sealed class PostgresMessages(Stream from)
{
    private const int HeaderLength = 5;

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Waits for at least one whole message.</summary>
    /// <param name="seen">Told the type and content of each message that came, in order.</param>
    /// <returns>The whole messages as they came; empty at the end of the connection.</returns>
    public ReadOnlyMemory<byte> Read(Action<char, ReadOnlyMemory<byte>> seen)
    {
        while (true)
        {
            var taken = TakeWhole(seen);
            if (taken.Length > 0)
                return taken;
            if (!Fill())
                return default;
        }
    }

    private ReadOnlyMemory<byte> TakeWhole(Action<char, ReadOnlyMemory<byte>> seen)
    {
        var begin = _start;
        while (_end - _start >= HeaderLength)
        {
            var length = 1 + BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start + 1));
            if (length < HeaderLength)
                throw new InvalidDataException("not a PostgreSQL message");
            if (_end - _start < length)
                break;
            seen((char)_buffer[_start], _buffer.AsMemory(_start + HeaderLength, length - HeaderLength));
            _start += length;
        }
        return _buffer.AsMemory(begin, _start - begin);
    }

    private bool Fill()
    {
        // What Read returned last has been passed on by now, so its room is free.
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = from.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    /// <summary>The statement in a Query message, or in a Parse message behind its name.</summary>
    public static string StatementOf(char type, ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (type == 'P')
            bytes = bytes[(bytes.IndexOf((byte)0) + 1)..];
        return Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);
    }
}
