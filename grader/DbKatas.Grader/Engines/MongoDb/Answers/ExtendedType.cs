using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>A type that JSON has not and Extended JSON writes as an object whose first key names it.</summary>
/// <param name="Key">As in { "$oid": … }.</param>
/// <param name="Example">How one is written, for whoever writes it otherwise.</param>
/// <param name="IsSimple">True when a grader without MongoDB's own types can handle it.</param>
internal sealed partial record ExtendedType(string Key, string Example, bool IsSimple = false)
{
    private static readonly ExtendedType[] All =
    [
        new("$oid", """{ "$oid": "65f0a1b2c3d4e5f601020304" }""", IsSimple: true),
        new("$date", """{ "$date": "2026-03-01T09:30:00Z" }""", IsSimple: true),
        new("$numberInt", """{ "$numberInt": "5" }""", IsSimple: true),
        new("$numberLong", """{ "$numberLong": "5" }""", IsSimple: true),
        new("$numberDouble", """{ "$numberDouble": "0.5" }""", IsSimple: true),
        new("$numberDecimal", """{ "$numberDecimal": "9.99" }"""),
        new("$uuid", """{ "$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3" }"""),
        new("$binary", """{ "$binary": { "base64": "AQID", "subType": "00" } }"""),
        new("$timestamp", """{ "$timestamp": { "t": 1772357400, "i": 1 } }"""),
        new("$regularExpression", """{ "$regularExpression": { "pattern": "^a", "options": "i" } }"""),
        new("$minKey", """{ "$minKey": 1 }"""),
        new("$maxKey", """{ "$maxKey": 1 }"""),
        new("$symbol", """{ "$symbol": "a" }"""),
        new("$undefined", """{ "$undefined": true }"""),
        new("$dbPointer", """{ "$dbPointer": { "$ref": "c", "$id": { "$oid": "65f0a1b2c3d4e5f601020304" } } }"""),
    ];

    /// <returns>Null when the value is an ordinary one.</returns>
    public static ExtendedType? Of(JsonNode node) =>
        node.Fields.Count > 0 ? All.FirstOrDefault(type => type.Key == node.Fields[0].Name) : null;

    public static string InstantText(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(instant.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public void WriteCanonical(Utf8JsonWriter writer, JsonNode node)
    {
        var value = node.Fields[0].Value;
        if (node.Fields.Count != 1 || !IsWellFormed(value))
            throw new JsonFaultException($"this is not how {Key} is written. Write it as in {Example}", node.Start);
        writer.WriteStartObject();
        if (Key == "$date" && value.Form == JsonForm.Text)
        {
            writer.WriteStartObject(Key);
            writer.WriteString("$numberLong", Instant(value.Text)!.Value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }
        else
        {
            writer.WritePropertyName(Key);
            WriteAsIs(writer, value);
        }
        writer.WriteEndObject();
    }

    private bool IsWellFormed(JsonNode value) => (Key, value.Form) switch
    {
        ("$oid", JsonForm.Text) => ObjectId().IsMatch(value.Text),
        ("$date", JsonForm.Text) => Instant(value.Text) is not null,
        ("$date", JsonForm.Object) => value.Fields is [{ Name: "$numberLong", Value: { Form: JsonForm.Text, Text: var digits } }] && long.TryParse(digits, CultureInfo.InvariantCulture, out _),
        ("$numberInt", JsonForm.Text) => int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("$numberLong", JsonForm.Text) => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("$numberDouble" or "$numberDecimal", JsonForm.Text) => DecimalNumber().IsMatch(value.Text),
        ("$uuid", JsonForm.Text) => Guid.TryParseExact(value.Text, "D", out _),
        ("$symbol", JsonForm.Text) => true,
        ("$minKey" or "$maxKey", JsonForm.Number) => value.Text == "1",
        ("$undefined", JsonForm.Boolean) => value.Text == "true",
        ("$binary" or "$timestamp" or "$regularExpression" or "$dbPointer", JsonForm.Object) => value.Fields.Count == 2,
        _ => false,
    };

    private static void WriteAsIs(Utf8JsonWriter writer, JsonNode node)
    {
        switch (node.Form)
        {
            case JsonForm.Object:
                writer.WriteStartObject();
                foreach (var field in node.Fields)
                {
                    writer.WritePropertyName(field.Name);
                    WriteAsIs(writer, field.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonForm.Text:
                writer.WriteStringValue(node.Text);
                break;
            default:
                writer.WriteRawValue(node.Form == JsonForm.Null ? "null" : node.Text);
                break;
        }
    }

    private static DateTimeOffset? Instant(string text) =>
        IsoInstant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    [GeneratedRegex("^[0-9a-fA-F]{24}$")]
    private static partial Regex ObjectId();

    [GeneratedRegex(@"^-?(\d+(\.\d*)?([eE][+-]?\d+)?|Infinity|NaN)$")]
    private static partial Regex DecimalNumber();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d))?$")]
    private static partial Regex IsoInstant();
}
