using System.Threading.Channels;

namespace DbKatas.Cli.Watching;

/// <summary>Reads keys from the terminal, one at a time: the next is not read before the last has been dealt with, so that an editor has the terminal to itself.</summary>
internal sealed class WatchKeys(ChannelWriter<WatchEvent> events) : IDisposable
{
    private readonly SemaphoreSlim _mayRead = new(1);

    /// <summary>Starts reading; does nothing where no person sits at the keyboard.</summary>
    public void Start()
    {
        if (!Console.IsInputRedirected)
            new Thread(Read) { IsBackground = true, Name = "keys" }.Start();
    }

    /// <summary>The last key has been dealt with.</summary>
    public void Continue() => _mayRead.Release();

    public void Dispose() => _mayRead.Dispose();

    private void Read()
    {
        try
        {
            while (true)
            {
                _mayRead.Wait();
                var key = Console.ReadKey(intercept: true);
                events.TryWrite(new WatchEvent.Pressed(key.Key == ConsoleKey.Enter ? '\n' : char.ToLowerInvariant(key.KeyChar)));
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or InvalidOperationException)
        {
            // The session has ended, or the terminal has gone: there are no more keys.
        }
    }
}
