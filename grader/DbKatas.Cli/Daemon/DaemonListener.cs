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

    private DaemonListener(DaemonPlace place, FileLock alone) => (_place, _lock) = (place, alone);

    /// <summary>What a caller must say.</summary>
    public string Key { get; } = RandomNumberGenerator.GetHexString(64);

    /// <returns>Null while another daemon waits in the same place, or where none can: on a full disk, or a file system without sockets.</returns>
    /// <exception cref="Grader.Engines.TroubleException">The folder can't be used.</exception>
    public static DaemonListener? TryOpen(DaemonPlace place)
    {
        OwnFolder.Make(Path.GetDirectoryName(place.Path)!);
        if (FileLock.TryTake(place.Lock) is not { } alone)
            return null;
        var listener = new DaemonListener(place, alone);
        try
        {
            listener.Open();
            return listener;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    private void Open()
    {
        // Under another name first: .NET removes what a socket was bound to when it closes it, whoever's it is by then.
        var made = _place.Path + ".new";
        // Whoever held the lock before has ended, and may not have cleaned up.
        File.Delete(made);
        _socket.Bind(new UnixDomainSocketEndPoint(made));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _socket.Listen();
        SecretFile.Write(_place.Key, Key);
        File.Move(made, _place.Socket, overwrite: true);
    }

    public async Task<Socket> AcceptAsync(CancellationToken cancellation) => await _socket.AcceptAsync(cancellation);

    /// <summary>Nobody comes in any more.</summary>
    public void Close()
    {
        _socket.Dispose();
        try
        {
            // Unless somebody has removed the whole folder, and another daemon waits there now.
            if (File.ReadAllText(_place.Key) != Key)
                return;
            File.Delete(_place.Socket);
            File.Delete(_place.Key);
        }
        catch (Exception removed) when (removed is IOException or UnauthorizedAccessException)
        {
            // It was closed before.
        }
    }

    /// <summary>Leaves the place to another daemon.</summary>
    public void Dispose()
    {
        Close();
        _lock.Dispose();
    }
}
