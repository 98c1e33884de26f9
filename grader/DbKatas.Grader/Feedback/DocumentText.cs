using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;

namespace DbKatas.Grader.Feedback;

/// <summary>A document as one line of relaxed Extended JSON. Nothing in it can steer a terminal or hide.</summary>
internal static class DocumentText
{
    /// <summary>Longer ones are cut to so many characters.</summary>
    public const int Longest = 100;

    public static string Of(DocumentValue value, int longest = Longest)
    {
        var text = Whole(value);
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + " …";
    }

    private static string Whole(DocumentValue value) => value switch
    {
        Document { Fields.Count: 0 } => "{ }",
        Document document => $"{{ {string.Join(", ", document.Fields.Select(field => $"{Quoted(field.Name)}: {Whole(field.Value)}"))} }}",
        ValueArray { Items.Count: 0 } => "[ ]",
        ValueArray array => $"[{string.Join(", ", array.Items.Select(Whole))}]",
        Scalar { IsGenerated: true } => "(made by MongoDB)",
        Scalar { Value: var scalar } => Whole(scalar),
        _ => "",
    };

    private static string Whole(Value scalar) => scalar.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Text => Quoted(scalar.Text ?? ""),
        ValueKind.Instant => $"{{ \"$date\": \"{scalar.Text}\" }}",
        _ => VisibleText.Escape(scalar.Text ?? ""),
    };

    private static string Quoted(string text) =>
        $"\"{VisibleText.Escape(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";
}
