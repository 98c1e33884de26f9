using System.Text.Json;

namespace DbKatas.Grader.Katas;

/// <summary>Parses the JSON files that authors write: comments and trailing commas are welcome there.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="json">The file's text.</param>
    /// <param name="example">What an object of this sort looks like, for an author who wrote something else.</param>
    /// <param name="faults">Gets a sentence when the text holds no object.</param>
    /// <returns>A document whose root is an object, for the caller to dispose; null when there is a fault.</returns>
    public static JsonDocument? ParseObject(string json, string example, List<string> faults)
    {
        try
        {
            var document = JsonDocument.Parse(json, Lenient);
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
}
