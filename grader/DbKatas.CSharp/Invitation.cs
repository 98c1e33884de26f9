using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace DbKatas.CSharp;

/// <summary>Where the grader waits for its worker, and the token by which it knows it: any program of this machine can connect.</summary>
internal sealed class Invitation : IDisposable
{
    private readonly Socket _listener;

    /// <param name="socketPath">For a worker without a network; null for one that has this machine's.</param>
    public Invitation(string? socketPath)
    {
        _listener = socketPath is null ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(socketPath is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(socketPath));
        _listener.Listen();
        if (socketPath is not null && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(socketPath, (UnixFileMode)0b110_110_110);
        Text = $"{socketPath ?? $"{((IPEndPoint)_listener.LocalEndPoint!).Port}"} {Token}";
    }

    public string Token { get; } = RandomNumberGenerator.GetHexString(64);

    /// <summary>What the worker reads: a port or a socket's path, and the token.</summary>
    public string Text { get; }

    public async Task<Socket> AcceptAsync(CancellationToken cancellation) => await _listener.AcceptAsync(cancellation);

    public void Dispose() => _listener.Dispose();
}
