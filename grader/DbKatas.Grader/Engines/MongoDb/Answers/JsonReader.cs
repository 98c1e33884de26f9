using System.Text;
using System.Text.Json;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>Reads JSON with comments and trailing commas, and keeps the place of everything.</summary>
public static class JsonReader
{
    // BSON documents nest no deeper: https://www.mongodb.com/docs/manual/reference/limits/
    private const int Deepest = 100;

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest };

    /// <returns>The file's one value; null when it holds nothing but comments.</returns>
    /// <exception cref="JsonFaultException">It is no such JSON.</exception>
    public static JsonNode? Read(string text)
    {
        if (JsonComments.IsAll(text))
            return null;
        // A lone half of a surrogate pair can't be UTF-8, and no file that was read as UTF-8 holds one.
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            reader.Read();
            var node = ReadValue(ref reader, bytes);
            reader.Read();
            return node;
        }
        catch (JsonException fault)
        {
            throw JsonSyntax.Explain(text, Index(text, fault), reader.CurrentDepth >= Deepest - 1);
        }
        catch (InvalidOperationException)
        {
            throw new JsonFaultException("a text holds \\u followed by half a character", Place(bytes, reader.TokenStartIndex));
        }
    }

    private static JsonNode ReadValue(ref Utf8JsonReader reader, byte[] bytes)
    {
        var start = Place(bytes, reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, bytes, start),
            JsonTokenType.StartArray => ReadArray(ref reader, bytes, start),
            JsonTokenType.String => new JsonNode(JsonForm.Text, start, reader.GetString()!),
            JsonTokenType.Number => new JsonNode(JsonForm.Number, start, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new JsonNode(JsonForm.Boolean, start, "true"),
            JsonTokenType.False => new JsonNode(JsonForm.Boolean, start, "false"),
            _ => new JsonNode(JsonForm.Null, start),
        };
    }

    private static JsonNode ReadObject(ref Utf8JsonReader reader, byte[] bytes, int start)
    {
        var fields = new List<JsonField>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, at) = (reader.GetString()!, Place(bytes, reader.TokenStartIndex));
            // JavaScript and MongoDB's tools would silently keep the last.
            if (fields.Any(field => field.Name == name))
                throw new JsonFaultException($"the key \"{name}\" is given twice in one object, and only one of the two would count", at);
            reader.Read();
            fields.Add(new JsonField(name, at, ReadValue(ref reader, bytes)));
        }
        return new JsonNode(JsonForm.Object, start) { Fields = fields };
    }

    private static JsonNode ReadArray(ref Utf8JsonReader reader, byte[] bytes, int start)
    {
        var items = new List<JsonNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, bytes));
        return new JsonNode(JsonForm.Array, start) { Items = items };
    }

    private static int Place(byte[] bytes, long at) => Encoding.UTF8.GetCharCount(bytes, 0, (int)at);

    /// <summary>The reader counts lines and, in them, bytes.</summary>
    private static int Index(string text, JsonException fault)
    {
        var line = 0;
        for (var n = fault.LineNumber ?? 0; n > 0 && line < text.Length; n--)
            line = text.IndexOf('\n', line) is var end && end < 0 ? text.Length : end + 1;
        var bytes = Encoding.UTF8.GetBytes(text[line..]);
        return line + Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(bytes.Length, fault.BytePositionInLine ?? 0));
    }
}
