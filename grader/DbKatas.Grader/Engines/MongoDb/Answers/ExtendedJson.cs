using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>
/// MongoDB Extended JSON (v2): read as people write it, in relaxed form, and handed on in canonical form, in which no number loses its
/// type or its digits. https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/
/// </summary>
public static class ExtendedJson
{
    /// <summary>Writes a value in canonical form.</summary>
    /// <exception cref="JsonFaultException">A value that names a type of MongoDB's is not written as that type.</exception>
    public static void WriteCanonical(Utf8JsonWriter writer, JsonNode node)
    {
        switch (node.Form)
        {
            case JsonForm.Object when ExtendedType.Of(node) is { } type:
                type.WriteCanonical(writer, node);
                break;
            case JsonForm.Object:
                writer.WriteStartObject();
                foreach (var field in node.Fields)
                {
                    writer.WritePropertyName(field.Name);
                    WriteCanonical(writer, field.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonForm.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                    WriteCanonical(writer, item);
                writer.WriteEndArray();
                break;
            case JsonForm.Number:
                WriteNumber(writer, node);
                break;
            case JsonForm.Text:
                writer.WriteStringValue(node.Text);
                break;
            case JsonForm.Boolean:
                writer.WriteBooleanValue(node.Text == "true");
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Reads a document that an engine wrote in canonical form.</summary>
    public static Document ReadDocument(JsonElement json) =>
        new([.. json.EnumerateObject().Select(property => new Field(property.Name, Read(property.Value)))]);

    /// <summary>Writes a value so that <see cref="ReadDocument"/> reads the same.</summary>
    public static void Write(Utf8JsonWriter writer, DocumentValue value)
    {
        switch (value)
        {
            case Document document:
                writer.WriteStartObject();
                foreach (var field in document.Fields)
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value);
                }
                writer.WriteEndObject();
                break;
            case ValueArray array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case Scalar scalar:
                writer.WriteRawValue(Raw(scalar.Value));
                break;
        }
    }

    private static string Raw(Value scalar) => scalar.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Text => JsonSerializer.Serialize(scalar.Text),
        ValueKind.Number => $$"""{"$numberLong":"{{scalar.Text}}"}""",
        ValueKind.Float => $$"""{"$numberDouble":"{{scalar.Text}}"}""",
        ValueKind.Instant => $$$"""{"$date":{"$numberLong":"{{{Milliseconds(scalar.Text!)}}}"}}""",
        _ => scalar.Text!,
    };

    private static string Milliseconds(string instant) => instant.EndsWith(" ms", StringComparison.Ordinal)
        ? instant[..^3]
        : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DocumentValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ReadTyped(json) ?? (DocumentValue)ReadDocument(json),
        JsonValueKind.Array => new ValueArray([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.String => new Scalar(new Value(ValueKind.Text, json.GetString())),
        JsonValueKind.Number => new Scalar(new Value(ValueKind.Number, json.GetRawText())),
        JsonValueKind.True => new Scalar(new Value(ValueKind.Boolean, "true")),
        JsonValueKind.False => new Scalar(new Value(ValueKind.Boolean, "false")),
        _ => Scalar.Null,
    };

    private static Scalar? ReadTyped(JsonElement json)
    {
        if (json.GetPropertyCount() == 0)
            return null;
        var first = json.EnumerateObject().First();
        return first.Name switch
        {
            "$numberInt" or "$numberLong" or "$numberDecimal" => new Scalar(new Value(ValueKind.Number, first.Value.GetString())),
            "$numberDouble" => new Scalar(new Value(ValueKind.Float, first.Value.GetString())),
            "$date" => new Scalar(new Value(ValueKind.Instant, Instant(first.Value))),
            "$oid" or "$binary" or "$timestamp" or "$regularExpression" or "$minKey" or "$maxKey" or "$symbol" or "$undefined" or "$code" or "$dbPointer" =>
                new Scalar(new Value(ValueKind.Other, Compact(json))),
            _ => null,
        };
    }

    private static string Instant(JsonElement milliseconds)
    {
        var number = long.Parse(milliseconds.GetProperty("$numberLong").GetString()!, CultureInfo.InvariantCulture);
        var isNamed = number >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return isNamed ? ExtendedType.InstantText(DateTimeOffset.FromUnixTimeMilliseconds(number)) : $"{number} ms";
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json).Replace(":", ": ", StringComparison.Ordinal).Replace("{", "{ ", StringComparison.Ordinal).Replace("}", " }", StringComparison.Ordinal);

    private static void WriteNumber(Utf8JsonWriter writer, JsonNode node)
    {
        var isWhole = BigInteger.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole);
        writer.WriteStartObject();
        if (isWhole && whole >= int.MinValue && whole <= int.MaxValue)
            writer.WriteString("$numberInt", whole.ToString(CultureInfo.InvariantCulture));
        else if (isWhole && whole >= long.MinValue && whole <= long.MaxValue)
            writer.WriteString("$numberLong", whole.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteString("$numberDouble", node.Text);
        writer.WriteEndObject();
    }
}
