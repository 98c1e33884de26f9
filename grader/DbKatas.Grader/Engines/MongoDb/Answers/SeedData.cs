using System.Text;
using System.Text.Json;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>A kata's collections as its author wrote them: { "orders": [ documents ], … }</summary>
/// <param name="Collections">Their names, in the file's order.</param>
/// <param name="Json">All of it in canonical Extended JSON.</param>
/// <param name="Source">The file's content.</param>
public sealed record SeedData(IReadOnlyList<string> Collections, string Json, JsonNode Source)
{
    /// <exception cref="TroubleException">The file is missing or holds something else; that is the kata's fault.</exception>
    public static SeedData Read(Kata kata)
    {
        string text = "";
        try
        {
            text = TextFile.Read(kata.SchemaPath);
            return Of(JsonReader.Read(text) ?? throw new JsonFaultException("it holds no data", 0));
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException($"The kata itself is at fault: {TextFile.Shown(kata.SchemaPath)} {unreadable.Message}", unreadable);
        }
        catch (JsonFaultException fault)
        {
            var line = text.AsSpan(0, fault.Position).Count('\n') + 1;
            throw new TroubleException($"The kata itself is at fault: in {TextFile.Shown(kata.SchemaPath)}, line {line}: {fault.Message}. It holds {{ \"collection\": [ documents ] }}.", fault);
        }
    }

    internal static SeedData Of(JsonNode root)
    {
        if (root.Form != JsonForm.Object)
            throw new JsonFaultException($"here stands {root.FormWords}", root.Start);
        foreach (var (_, start, documents) in root.Fields)
            if (documents.Form != JsonForm.Array || documents.Items.Any(item => item.Form != JsonForm.Object || item["_id"] is null))
                throw new JsonFaultException("a collection is a list of documents, each with an _id", start);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
            ExtendedJson.WriteCanonical(writer, root);
        return new SeedData([.. root.Fields.Select(field => field.Name)], Encoding.UTF8.GetString(bytes.ToArray()), root);
    }
}
