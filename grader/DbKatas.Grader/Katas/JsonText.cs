using System.Text;
using System.Text.Json;

namespace DbKatas.Grader.Katas;

/// <summary>Reads JSON that people write.</summary>
internal static class JsonText
{
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
