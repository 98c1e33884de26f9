using System.Text;

namespace DbKatas.CSharp;

/// <summary>Reads what a process prints to its end, so that it never waits for a reader, and keeps the beginning.</summary>
internal sealed class OutputHead
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly byte[] _kept = new byte[4_000];
    private readonly Task _reading;
    private int _length;

    public OutputHead(Stream output) => _reading = ReadAsync(output);

    /// <summary>The beginning of all that was printed. Ask once the process has ended: what it printed last may be on its way still.</summary>
    /// <returns>After 2 s what has come by then: a program that has outlived the process may hold the pipe.</returns>
    public async Task<string> TextAsync()
    {
        await Task.WhenAny(_reading, Task.Delay(Patience));
        return Encoding.UTF8.GetString(_kept, 0, Volatile.Read(ref _length));
    }

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
