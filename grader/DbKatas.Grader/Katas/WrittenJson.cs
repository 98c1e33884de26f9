using System.Text;
using System.Text.Json;

namespace DbKatas.Grader.Katas;

/// <summary>Reads JSON that people write.</summary>
internal static class WrittenJson
{
    /// <summary>Comments and trailing commas are welcome in what authors write.</summary>
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="json">The file's text.</param>
    /// <param name="example">What an object of this sort looks like, for an author who wrote something else.</param>
    /// <param name="faults">Gets a sentence when the text holds no object.</param>
    /// <returns>A document whose root is an object, for the caller to dispose; null when there is a fault.</returns>
    public static JsonDocument? ParseObject(string json, string example, List<string> faults)
    {
        try
        {
            var document = Parse(json, Lenient);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            faults.Add($"holds no object. Write {example}.");
            document.Dispose();
        }
        catch (JsonException fault)
        {
            var place = $"line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}";
            faults.Add($"is not valid JSON at {place}. Often a comma or a quote is missing there, or just before.");
        }
        return null;
    }

    /// <summary>
    /// As <see cref="JsonDocument.Parse(string, JsonDocumentOptions)"/>, which lets half a character pass ("\ud800"): nobody could read such a
    /// text afterwards.
    /// </summary>
    /// <exception cref="JsonException">It is no JSON, or a text in it is none; with the place.</exception>
    public static JsonDocument Parse(string text, JsonDocumentOptions options)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        CheckTexts(bytes, new JsonReaderOptions { CommentHandling = options.CommentHandling, AllowTrailingCommas = options.AllowTrailingCommas, MaxDepth = options.MaxDepth });
        return JsonDocument.Parse(bytes, options);
    }

    private static void CheckTexts(byte[] bytes, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(bytes, options);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException half)
            {
                var before = bytes.AsSpan(0, (int)reader.TokenStartIndex);
                throw new JsonException("half a character", null, before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1, half);
            }
        }
    }
}
