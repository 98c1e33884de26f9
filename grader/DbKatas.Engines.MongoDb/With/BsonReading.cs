using System.Globalization;
using System.Text.Json;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;
using MongoDB.Bson;
using MongoDB.Bson.IO;

namespace DbKatas.Engines.MongoDb;

/// <summary>
/// Turns what the driver gives into what is compared, by canonical Extended JSON as the stand-in writes it. The driver's own writer
/// shows 17 digits of a double: 19.989999999999998 for 19.99.
/// </summary>
internal static class BsonReading
{
    private const int Deepest = 1000;

    private static readonly JsonWriterSettings Canonical = new() { OutputMode = JsonOutputMode.CanonicalExtendedJson };

    public static Document Read(BsonDocument document)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { MaxDepth = Deepest }))
            Write(writer, document);
        using var json = JsonDocument.Parse(text.GetBuffer().AsMemory(0, (int)text.Length), new JsonDocumentOptions { MaxDepth = Deepest });
        return ExtendedJson.ReadDocument(json.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, BsonValue value)
    {
        switch (value)
        {
            case BsonDocument document:
                writer.WriteStartObject();
                foreach (var element in document)
                {
                    writer.WritePropertyName(element.Name);
                    Write(writer, element.Value);
                }
                writer.WriteEndObject();
                break;
            case BsonArray array:
                writer.WriteStartArray();
                foreach (var item in array)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case BsonDouble number:
                writer.WriteStartObject();
                writer.WriteString("$numberDouble", Text(number.Value));
                writer.WriteEndObject();
                break;
            default:
                WriteOther(writer, value);
                break;
        }
    }

    private static void WriteOther(Utf8JsonWriter writer, BsonValue value)
    {
        // A value alone is no JSON for the driver.
        using var wrapped = JsonDocument.Parse(new BsonDocument("value", value).ToJson(Canonical));
        wrapped.RootElement.GetProperty("value").WriteTo(writer);
    }

    /// <summary>The shortest text that is this number and no other.</summary>
    private static string Text(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        var digits = number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return digits.AsSpan().ContainsAny('.', 'e') ? digits : digits + ".0";
    }
}
