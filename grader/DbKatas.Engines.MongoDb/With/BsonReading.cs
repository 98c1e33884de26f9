using System.Text.Json;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using MongoDB.Bson;
using MongoDB.Bson.IO;

namespace DbKatas.Engines.MongoDb;

/// <summary>Turns what the driver gives into what is compared. By canonical Extended JSON, which is how the stand-in gives it too.</summary>
internal static class BsonReading
{
    private static readonly JsonWriterSettings Canonical = new() { OutputMode = JsonOutputMode.CanonicalExtendedJson };

    public static Document Read(BsonDocument document)
    {
        using var json = JsonDocument.Parse(document.ToJson(Canonical), new JsonDocumentOptions { MaxDepth = 1000 });
        return ExtendedJson.ReadDocument(json.RootElement);
    }
}
