using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace DbKatas.Tests.Engines.MongoDb.WithDriver;

/// <summary>A port of this machine on which somebody answers commands as a MongoDB server does. https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/</summary>
internal sealed class FakeMongo : IDisposable
{
    private const int Header = 16;
    private const int Query = 2004;
    private const int Message = 2013;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<BsonDocument> _commands = [];
    private readonly Func<BsonDocument, BsonDocument?> _answers;

    /// <param name="answers">What it says to a command; null closes the connection. Greetings are answered without asking, with this beside.</param>
    /// <param name="greeting">More about the server, for greetings.</param>
    public FakeMongo(Func<BsonDocument, BsonDocument?> answers, BsonDocument? greeting = null)
    {
        _answers = command => command.GetElement(0).Name.ToLowerInvariant() is "hello" or "ismaster" ? Greeting(greeting) : answers(command);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Place => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public string Address => $"mongodb://{Place}/?directConnection=true&retryReads=false&retryWrites=false";

    /// <summary>The commands that came, without those by which the driver greets and leaves.</summary>
    public IReadOnlyList<BsonDocument> Commands
    {
        get
        {
            lock (_commands)
                return [.. _commands.Where(command => command.GetElement(0).Name.ToLowerInvariant() is not ("hello" or "ismaster" or "getlasterror" or "endsessions"))];
        }
    }

    public IEnumerable<string> Names => Commands.Select(command => command.GetElement(0).Name);

    public static BsonDocument Ok(string json = "{ }") => new BsonDocument("ok", 1).Merge(BsonDocument.Parse(json));

    public static BsonDocument Refusal(int code, string message) => new() { ["ok"] = 0, ["code"] = code, ["codeName"] = "No", ["errmsg"] = message };

    public static BsonDocument Batch(string name, long cursor, string documents, string key = "firstBatch") =>
        Ok($$"""{ "cursor": { "id": { "$numberLong": "{{cursor}}" }, "ns": "d.{{name}}", "{{key}}": {{documents}} } }""");

    public void Dispose() => _listener.Dispose();

    private static BsonDocument Greeting(BsonDocument? more) =>
        Ok("""{ "helloOk": true, "isWritablePrimary": true, "ismaster": true, "minWireVersion": 0, "maxWireVersion": 25, "maxBsonObjectSize": 16777216, "maxMessageSizeBytes": 48000000, "maxWriteBatchSize": 100000 }""")
            .Merge(more ?? [], overwriteExistingElements: true);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient guest)
    {
        using var _ = guest;
        var stream = guest.GetStream();
        try
        {
            while (true)
            {
                var (id, code, body) = await ReadAsync(stream);
                var command = code == Query ? QueryOf(body) : CommandOf(body);
                lock (_commands)
                    _commands.Add(command);
                if (_answers(command) is not { } reply)
                    return;
                await stream.WriteAsync(code == Query ? Framed(1, id, [.. new byte[16], 1, 0, 0, 0, .. reply.ToBson()]) : Framed(Message, id, [.. new byte[5], .. reply.ToBson()]));
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The driver has left.
        }
    }

    private static async Task<(int Id, int Code, byte[] Body)> ReadAsync(NetworkStream stream)
    {
        var header = new byte[Header];
        await stream.ReadExactlyAsync(header);
        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - Header];
        await stream.ReadExactlyAsync(body);
        return (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)), BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)), body);
    }

    private static byte[] Framed(int code, int answerTo, byte[] body)
    {
        var message = new byte[Header + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), answerTo);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), code);
        body.CopyTo(message, Header);
        return message;
    }

    // Flags, the collection's name, two numbers, then the command, perhaps within another document.
    private static BsonDocument QueryOf(byte[] body)
    {
        var query = Document(body, Array.IndexOf(body, (byte)0, 4) + 9, out _);
        return query.TryGetValue("$query", out var inner) ? inner.AsBsonDocument : query;
    }

    // Flags, then sections: 0 and the command, or 1 and a list of documents that belong into it.
    private static BsonDocument CommandOf(byte[] body)
    {
        BsonDocument command = [];
        var lists = new BsonDocument();
        for (var at = 4; at < body.Length;)
        {
            if (body[at++] == 0)
            {
                command = Document(body, at, out at);
                continue;
            }
            var end = at + BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
            var name = Array.IndexOf(body, (byte)0, at + 4);
            var list = new BsonArray();
            lists[Encoding.UTF8.GetString(body, at + 4, name - at - 4)] = list;
            for (at = name + 1; at < end;)
                list.Add(Document(body, at, out at));
        }
        return command.Merge(lists);
    }

    private static BsonDocument Document(byte[] body, int at, out int after)
    {
        after = at + BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at));
        return BsonSerializer.Deserialize<BsonDocument>(body[at..after]);
    }
}
