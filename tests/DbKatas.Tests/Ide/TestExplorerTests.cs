using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Ide;

/// <summary>The learner's tests as an IDE's test explorer sees them: over the protocol that Visual Studio, VS Code and Rider speak.</summary>
public class TestExplorerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Katas_stand_by_track_and_topic()
    {
        var catalog = KataCatalog.Load(Path.Combine(Repository.Folder, "katas"));

        var nodes = await DiscoverAsync();

        // An explorer makes its tree of the type's namespace and name.
        nodes.Select(node => $"{Text(node, "location.type")} > {Text(node, "display-name")}")
            .ShouldBe(catalog.Katas.Select(kata => $"{kata.TopicPath.Replace('/', '.')} > {kata.Id}"), ignoreOrder: true);
    }

    [Test]
    public async Task Go_to_test_opens_the_answer()
    {
        var node = (await DiscoverAsync()).Single(node => Text(node, "display-name") == "dotnet/08-n-plus-one");

        Text(node, "location.file").ShouldBe(Path.Combine(Repository.Folder, "katas/dotnet/08-n-plus-one/Answer.cs"));
    }

    private static string? Text(JsonElement node, string key) => node.GetProperty(key).GetString();

    /// <summary>The part of Microsoft.Testing.Platform's server mode that lists tests: JSON-RPC over a socket, framed as in language servers.</summary>
    private static async Task<IReadOnlyList<JsonElement>> DiscoverAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "release" : "debug";
        var program = Path.Combine(Repository.Folder, "artifacts", "bin", "DbKatas.Grading", configuration, "DbKatas.Grading.dll");
        string[] arguments = [program, "--server", "--client-host", "127.0.0.1", "--client-port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            using var client = await listener.AcceptTcpClientAsync(patience.Token);
            return await DiscoverAsync(client.GetStream(), patience.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> DiscoverAsync(Stream stream, CancellationToken cancellation)
    {
        var client = new { processId = Environment.ProcessId, clientInfo = new { name = "tests", version = "1" }, capabilities = new { testing = new { debuggerProvider = false } } };
        await SendAsync(stream, new { jsonrpc = "2.0", id = 1, method = "initialize", @params = client }, cancellation);
        await SendAsync(stream, new { jsonrpc = "2.0", id = 2, method = "testing/discoverTests", @params = new { runId = Guid.NewGuid() } }, cancellation);
        var nodes = new List<JsonElement>();
        while (await ReadAsync(stream, cancellation) is var message && !IsAnswerTo(2, message))
            if (Within(message, "params") is { } parameters && Within(parameters, "changes") is { ValueKind: JsonValueKind.Array } changes)
                nodes.AddRange(changes.EnumerateArray().Select(change => change.GetProperty("node")).Where(node => Text(node, "node-type") == "action"));
        return nodes;
    }

    private static bool IsAnswerTo(int request, JsonElement message) => Within(message, "id") is { ValueKind: JsonValueKind.Number } id && id.GetInt32() == request;

    private static JsonElement? Within(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : null;

    private static async Task SendAsync(Stream stream, object message, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    private static async Task<JsonElement> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var length = 0;
        while (await ReadLineAsync(stream, cancellation) is { Length: > 0 } line)
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..]);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellation);
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellation)
    {
        var line = new List<byte>();
        var next = new byte[1];
        while (await stream.ReadAsync(next, cancellation) == 1 && next[0] != '\n')
            if (next[0] != '\r')
                line.Add(next[0]);
        return Encoding.ASCII.GetString([.. line]);
    }
}
