using System.Net.Sockets;
using System.Text;

namespace DbKatas.Tests.Engines.Containers;

/// <summary>A Unix socket on which somebody answers as a Docker engine does, or doesn't.</summary>
internal sealed class FakeDocker : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<string> _requests = [];

    /// <param name="answers">What it says to the first line of a request ("GET /_ping HTTP/1.1"); null says nothing and keeps the connection.</param>
    public FakeDocker(Func<string, string?> answers)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
        _ = AnswerAllAsync(answers);
    }

    public string Path => System.IO.Path.Combine(_folder.Path, "docker.sock");

    public Uri Uri => new("unix://" + Path);

    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static string Answer(string body, int status = 200) =>
        $"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }

    private async Task AnswerAllAsync(Func<string, string?> answers)
    {
        try
        {
            while (true)
            {
                _ = AnswerOneAsync(await _listener.AcceptAsync(), answers);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerOneAsync(Socket socket, Func<string, string?> answers)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync() ?? "";
        lock (_requests)
        {
            _requests.Add(line);
        }

        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
            // The header.
        }

        if (answers(line) is { } answer)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
        else
        {
            // Until the asker hangs up.
            await reader.ReadLineAsync();
        }
    }
}
