using System.Net.Sockets;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Cli.Daemon;

/// <summary>One run's end of the conversation with a daemon.</summary>
internal sealed class DaemonConnection : IDisposable
{
    private static readonly TimeSpan LongestHello = TimeSpan.FromSeconds(3);

    private readonly DaemonPlace _place;
    private readonly Socket _socket;
    private readonly MessageChannel _messages;

    private DaemonConnection(DaemonPlace place, Socket socket, MessageChannel messages, string build) => (_place, _socket, _messages, Build) = (place, socket, messages, build);

    /// <summary>The daemon's <see cref="DaemonPlace.Build"/>.</summary>
    public string Build { get; }

    /// <returns>Null when no daemon waits there, or one that does not answer.</returns>
    public static async Task<DaemonConnection?> TryOpenAsync(DaemonPlace place)
    {
        // A path too long for a socket is nowhere; and what somebody else has put there is not to be trusted.
        if (!place.IsPossible || !File.Exists(place.Socket) || !OwnFolder.IsOurs(Path.GetDirectoryName(place.Path)!))
            return null;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            using var deadline = new CancellationTokenSource(LongestHello);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(place.Socket), deadline.Token);
            var messages = new MessageChannel(new NetworkStream(socket), DaemonMessages.LongestVerdict);
            if (await messages.ReceiveAsync(deadline.Token) is [DaemonMessages.Hello, var build])
                return new DaemonConnection(place, socket, messages, build);
        }
        catch (Exception silent) when (silent is SocketException or OperationCanceledException or InvalidDataException)
        {
            // It was killed and could not clean up, or it was made to stand still.
        }
        socket.Dispose();
        return null;
    }

    /// <returns>The next message; null when the daemon has ended.</returns>
    public Task<string[]?> ReceiveAsync(CancellationToken cancellation) => _messages.ReceiveAsync(cancellation);

    /// <param name="kind">What to do.</param>
    /// <param name="more">What it takes.</param>
    public void Send(string kind, params string[] more) => _messages.Send([kind, File.ReadAllText(_place.Key), .. more]);

    /// <summary>Tells the daemon that nobody waits for the verdict any more. It says how far it came.</summary>
    public void GiveUp()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }
    }

    public void Dispose() => _socket.Dispose();
}
