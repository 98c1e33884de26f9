using System.Text;

namespace DbKatas.CSharp;

/// <summary>Reads what a process prints to its end, so that it never waits for a reader, and keeps the beginning.</summary>
internal sealed class OutputHead
{
    private readonly byte[] _kept = new byte[4_000];
    private int _length;

    public OutputHead(Stream output) => End = ReadAsync(output);

    /// <summary>Ends with the output.</summary>
    public Task End { get; }

    public string Text => Encoding.UTF8.GetString(_kept, 0, Volatile.Read(ref _length));

    private async Task ReadAsync(Stream output)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await output.ReadAsync(buffer) is > 0 and var read)
            {
                var taken = Math.Min(read, _kept.Length - _length);
                buffer.AsSpan(0, taken).CopyTo(_kept.AsSpan(_length));
                Volatile.Write(ref _length, _length + taken);
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
    }
}
