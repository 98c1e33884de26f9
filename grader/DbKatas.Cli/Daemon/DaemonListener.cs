using System.Net.Sockets;
using System.Security.Cryptography;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.Cli.Daemon;

/// <summary>A daemon's door: there for as long as its lock is held.</summary>
internal sealed class DaemonListener : IDisposable
{
    private readonly DaemonPlace _place;
    private readonly FileLock _lock;
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private DaemonListener(DaemonPlace place, FileLock alone)
    {
        (_place, _lock) = (place, alone);
        // Whoever held the lock before has ended, and could not take it away.
        File.Delete(place.Socket);
        SecretFile.Write(place.Key, Key);
        _socket.Bind(new UnixDomainSocketEndPoint(place.Socket));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _socket.Listen();
    }

    /// <summary>What a caller must say.</summary>
    public string Key { get; } = RandomNumberGenerator.GetHexString(64);

    /// <returns>Null while another daemon waits in the same place, or where the file system has no sockets.</returns>
    /// <exception cref="Grader.Engines.TroubleException">The folder can't be used.</exception>
    public static DaemonListener? TryOpen(DaemonPlace place)
    {
        OwnFolder.Make(Path.GetDirectoryName(place.Path)!);
        var alone = FileLock.TryTake(place.Lock);
        try
        {
            return alone is null ? null : new DaemonListener(place, alone);
        }
        catch (SocketException)
        {
            alone!.Dispose();
            return null;
        }
    }

    public async Task<Socket> AcceptAsync(CancellationToken cancellation) => await _socket.AcceptAsync(cancellation);

    public void Dispose()
    {
        File.Delete(_place.Socket);
        File.Delete(_place.Key);
        _socket.Dispose();
        _lock.Dispose();
    }
}
