using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace DbKatas.Grader.Engines.Containers;

/// <summary>Where a Docker engine listens: a Unix socket, a Windows pipe, or TCP without TLS.</summary>
/// <param name="uri">As in DOCKER_HOST: unix:///var/run/docker.sock, npipe://./pipe/docker_engine, tcp://host:2375.</param>
public sealed class DockerAddress(Uri uri)
{
    public const string Variable = "DOCKER_HOST";
    public const string TlsVariable = "DOCKER_TLS_VERIFY";

    private const int UsualPort = 2375;

    public Uri Uri { get; } = uri;

    /// <summary>For sentences: a path, or host and port.</summary>
    public string Place => Uri.Scheme switch
    {
        "unix" => Uri.LocalPath,
        "tcp" or "http" => $"{Uri.Host}:{Port}",
        _ => Uri.ToString(),
    };

    private int Port => Uri.Port > 0 ? Uri.Port : UsualPort;

    /// <summary>True when the engine runs on this machine, so that ports of 127.0.0.1 are its ports too.</summary>
    public bool IsLocal => Uri.Scheme is "unix" or "npipe" || Uri.IsLoopback;

    /// <summary>Whether this kind of address can be asked; ssh:// and https:// can't.</summary>
    public bool IsKnown => Uri.Scheme is "unix" or "npipe" || (Uri.Scheme is "tcp" or "http" && Environment.GetEnvironmentVariable(TlsVariable) is null or "" or "0");

    /// <summary>The environment's engine; else those of the usual places that are there.</summary>
    public static IReadOnlyList<DockerAddress> OfThisUser()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Uri.TryCreate(named, UriKind.Absolute, out var uri) ? [new DockerAddress(uri)]
                : throw new TroubleException($"{Variable} is \"{named}\", which is no address. It should look like unix:///var/run/docker.sock");
        }

        if (OperatingSystem.IsWindows())
        {
            return File.Exists(@"\\.\pipe\docker_engine") ? [new DockerAddress(new Uri("npipe://./pipe/docker_engine"))] : [];
        }

        return [.. UsualSockets().Where(File.Exists).Select(path => new DockerAddress(new Uri("unix://" + path)))];
    }

    /// <summary>A connection to the engine.</summary>
    /// <exception cref="SocketException">Nobody listens, or this user may not ask.</exception>
    /// <exception cref="IOException">The same, of a pipe.</exception>
    public async Task<Stream> ConnectAsync(CancellationToken cancellation)
    {
        if (Uri.Scheme == "npipe")
        {
            var pipe = new NamedPipeClientStream(".", Uri.Segments[^1], PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(cancellation).ConfigureAwait(false);
            return pipe;
        }

        var isUnix = Uri.Scheme == "unix";
        var socket = isUnix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            EndPoint place = isUnix ? new UnixDomainSocketEndPoint(Uri.LocalPath) : new DnsEndPoint(Uri.Host, Port);
            await socket.ConnectAsync(place, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Docker's own, Docker Desktop's, and that of an engine without root.
    private static IEnumerable<string> UsualSockets()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return "/var/run/docker.sock";
        yield return Path.Combine(home, ".docker/run/docker.sock");
        yield return Path.Combine(home, ".docker/desktop/docker.sock");
        if (Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
        {
            yield return Path.Combine(runtime, "docker.sock");
        }
    }
}
