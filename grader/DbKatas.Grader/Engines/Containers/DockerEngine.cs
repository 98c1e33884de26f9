using System.Net;
using System.Text;
using System.Text.Json;

namespace DbKatas.Grader.Engines.Containers;

/// <summary>The little that the grader itself asks of a Docker engine: whether it is there, and what earlier runs have left.</summary>
public sealed class DockerEngine(DockerAddress address) : IDisposable
{
    private static readonly byte[] Ping = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) => await address.ConnectAsync(cancellation).ConfigureAwait(false),
        UseProxy = false,
    })
    { BaseAddress = new Uri("http://docker"), Timeout = TimeSpan.FromSeconds(30) };

    public DockerAddress Address { get; } = address;

    /// <summary>Asks whether a Docker engine listens, in a few milliseconds: no more than a line and the beginning of the answer.</summary>
    /// <param name="stream">A fresh connection.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <returns>False when somebody else answers there.</returns>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    /// <exception cref="IOException">The connection broke off.</exception>
    public static async Task<bool> AnswersAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(Ping, cancellation).ConfigureAwait(false);
        var answer = new byte[15];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return Encoding.ASCII.GetString(answer, 0, length) is ['H', 'T', 'T', 'P', '/', '1', '.', _, ' ', '2', '0', '0', ..];
    }

    /// <summary>Whether the image is on the engine already, so that nothing need be brought.</summary>
    public async Task<bool> HasImageAsync(string image, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri($"/images/{image}/json", UriKind.Relative), cancellation).ConfigureAwait(false);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Whether the container has not ended.</summary>
    public async Task<bool> IsRunningAsync(string container, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri($"/containers/{container}/json", UriKind.Relative), cancellation).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return false;
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
        return json.RootElement.GetProperty("State").GetProperty("Running").GetBoolean();
    }

    /// <summary>Every container, running or not, that bears the label.</summary>
    /// <returns>Id and labels of each.</returns>
    public async Task<IReadOnlyList<(string Id, IReadOnlyDictionary<string, string> Labels)>> WithLabelAsync(string label, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { label = new[] { label } }));
        var text = await _http.GetStringAsync(new Uri($"/containers/json?all=true&filters={filter}", UriKind.Relative), cancellation).ConfigureAwait(false);
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(container => (container.GetProperty("Id").GetString()!, Labels(container)))];
    }

    /// <summary>Ends the container and removes it with its data; one that is gone already is as good.</summary>
    public async Task RemoveAsync(string container, CancellationToken cancellation)
    {
        var path = new Uri($"/containers/{container}?force=true&v=true", UriKind.Relative);
        using var answer = await _http.DeleteAsync(path, cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, string> Labels(JsonElement container) =>
        container.GetProperty("Labels").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? "");
}
