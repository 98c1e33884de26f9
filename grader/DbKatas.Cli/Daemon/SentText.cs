using System.Text;
using DbKatas.CSharp.Worker;

namespace DbKatas.Cli.Daemon;

/// <summary>Sends what is written to whoever waits for it.</summary>
/// <param name="messages">The way there.</param>
/// <param name="kind">As what it is sent.</param>
/// <param name="over">From then on nothing is sent.</param>
internal sealed class SentText(MessageChannel messages, string kind, CancellationToken over) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        if (over.IsCancellationRequested)
            return;
        try
        {
            messages.Send(kind, value ?? "");
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");
}
