using System.Text.Json;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>A kata's documents as a text, for keeping between runs.</summary>
internal static class DocumentDataFile
{
    public static byte[] Write(DocumentData data)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var known in data.Known)
                Write(json, known);
            json.WriteEndArray();
        }
        return bytes.ToArray();
    }

    /// <returns>Null when the bytes are not what <see cref="Write(DocumentData)"/> makes.</returns>
    public static DocumentData? Read(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1000 });
            return new DocumentData([.. json.RootElement.EnumerateArray().Select(Read)]);
        }
        catch (Exception other) when (other is JsonException or JsonFaultException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, KnownSet known)
    {
        json.WriteStartObject();
        json.WriteString("name", known.Set.Name);
        json.WriteNumber("sort", (int)known.Set.Sort);
        json.WriteBoolean("inDomain", known.Set.InDomain);
        // As a text, so that it is read as authors' files are: in relaxed form, which counterexamples show.
        json.WriteString("seed", $"{{ {string.Join(", ", known.Set.Collections.Select(content => $"{JsonText.Quoted(content.Name)}: [{string.Join(", ", content.Documents.Select(JsonText.Of))}]"))} }}");
        WriteResult(json, known.Expected);
        json.WriteEndObject();
    }

    /// <summary>What a run that did not fail gave, into an object that is open.</summary>
    public static void WriteResult(Utf8JsonWriter json, MongoRun run)
    {
        json.WriteStartObject("collections");
        foreach (var (name, held) in run.Collections)
            Write(json, name, held);
        json.WriteEndObject();
        if (run.Documents is { } documents)
            Write(json, "documents", documents);
    }

    /// <summary>The run again whose object <see cref="WriteResult"/> has written into.</summary>
    public static MongoRun ReadResult(JsonElement json)
    {
        var collections = json.GetProperty("collections").EnumerateObject().ToDictionary(held => held.Name, held => List(held.Value));
        return new MongoRun(json.TryGetProperty("documents", out var documents) ? List(documents) : null, collections);
    }

    private static void Write(Utf8JsonWriter json, string name, DocumentList list)
    {
        json.WriteStartArray(name);
        foreach (var document in list.Documents)
            ExtendedJson.Write(json, document);
        json.WriteEndArray();
    }

    private static KnownSet Read(JsonElement json)
    {
        var seed = SeedData.Of(JsonReader.Read(json.GetProperty("seed").GetString()!)!);
        var set = DocumentSet.OfSeed(seed) with
        {
            Name = json.GetProperty("name").GetString()!,
            Sort = (DatasetSort)json.GetProperty("sort").GetInt32(),
            InDomain = json.GetProperty("inDomain").GetBoolean(),
        };
        return new KnownSet(set, seed, ReadResult(json));
    }

    private static DocumentList List(JsonElement json) => new([.. json.EnumerateArray().Select(ExtendedJson.ReadDocument)]);
}
