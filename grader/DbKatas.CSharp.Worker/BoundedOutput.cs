using System.Text;

namespace DbKatas.CSharp.Worker;

/// <summary>The console as an answer sees it: the first characters are passed on, a flood is not.</summary>
internal sealed class BoundedOutput(TextWriter output, int most) : TextWriter
{
    private readonly Lock _lock = new();
    private int _left = most;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            text = text[..Math.Min(_left, text.Length)];
            _left -= text.Length;
            if (text.IsEmpty)
                return;
            output.Write(text);
            output.Flush();
        }
    }
}
