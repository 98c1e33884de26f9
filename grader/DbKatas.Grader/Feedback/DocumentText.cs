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

    /// <summary>Two lists that would be cut to the same beginning, each from where they differ: "[… { "at": 5 }]".</summary>
    public static (string One, string Other) Apart(ValueArray one, ValueArray other, int longest)
    {
        var (first, second) = (Of(one, longest), Of(other, longest));
        if (first != second)
            return (first, second);
        var same = one.Items.Zip(other.Items).TakeWhile(pair => Whole(pair.First) == Whole(pair.Second)).Count();
        return (From(one, same, longest), From(other, same, longest));
    }

    private static string From(ValueArray array, int same, int longest) =>
        same == array.Items.Count ? "[… and no more]" : "[… " + Of(new ValueArray([.. array.Items.Skip(same)]), longest)[1..];

    /// <summary>The document with its fields in another's order, so that what stands in one place is the same thing; those that the other lacks come last.</summary>
    public static Document InOrderOf(Document other, Document document)
    {
        var names = other.Fields.Select(field => field.Name).ToList();
        return new Document([.. document.Fields.OrderBy(field => names.IndexOf(field.Name) is var place and >= 0 ? place : names.Count)]);
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
