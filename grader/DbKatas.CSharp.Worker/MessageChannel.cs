using System.Buffers.Binary;
using System.Text;

namespace DbKatas.CSharp.Worker;

/// <summary>
/// Messages of a few texts each, between the grader and its worker. What the worker's side sends may come from an answer that has found the
/// connection, so every length is checked before it is believed.
/// </summary>
/// <param name="stream">Disposed by its owner.</param>
/// <param name="longestText">More than this many bytes in one text end the conversation.</param>
public sealed class MessageChannel(Stream stream, int longestText)
{
    private const int MostTexts = 8;

    private readonly Lock _writing = new();

    /// <summary>Sends one message whole, whichever thread calls.</summary>
    public void Send(params string[] texts)
    {
        using var message = new MemoryStream();
        WriteNumber(message, texts.Length);
        foreach (var bytes in texts.Select(Encoding.UTF8.GetBytes))
        {
            WriteNumber(message, bytes.Length);
            message.Write(bytes);
        }
        lock (_writing)
        {
            stream.Write(message.GetBuffer().AsSpan(0, (int)message.Length));
            stream.Flush();
        }
    }

    /// <returns>The next message; null when the other side has ended the conversation, in good order or not.</returns>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public async Task<string[]?> ReceiveAsync(CancellationToken cancellation = default)
    {
        try
        {
            var texts = new string[await ReadNumberAsync(MostTexts, cancellation)];
            for (var i = 0; i < texts.Length; i++)
            {
                var bytes = new byte[await ReadNumberAsync(longestText, cancellation)];
                await stream.ReadExactlyAsync(bytes, cancellation);
                texts[i] = Encoding.UTF8.GetString(bytes);
            }
            return texts;
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    private async Task<int> ReadNumberAsync(int most, CancellationToken cancellation)
    {
        var bytes = new byte[4];
        await stream.ReadExactlyAsync(bytes, cancellation);
        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return number >= 0 && number <= most ? number : throw new InvalidDataException($"a length of {number}");
    }

    private static void WriteNumber(MemoryStream message, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        message.Write(bytes);
    }
}
