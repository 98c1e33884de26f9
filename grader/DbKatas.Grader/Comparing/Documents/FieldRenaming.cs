namespace DbKatas.Grader.Comparing.Documents;

/// <summary>A field that has another name in every document, all else being right.</summary>
/// <param name="Expected">The name asked for.</param>
/// <param name="Actual">The name given.</param>
public sealed record FieldRenaming(string Expected, string Actual)
{
    /// <returns>Null unless one field's name is all that is wrong.</returns>
    internal static FieldRenaming? Find(DocumentList expected, DocumentList actual, DocumentMeaning meaning)
    {
        if (expected.Documents.Count == 0 || expected.Documents.Count != actual.Documents.Count)
            return null;
        var (wanted, given) = (Names(expected), Names(actual));
        if (wanted.Except(given).ToList() is not [var name] || given.Except(wanted).ToList() is not [var other])
            return null;
        var renamed = actual.Documents.Select(document => Renamed(document, other, name)).ToList();
        return DocumentComparer.Unmatched(expected.Documents, renamed, meaning).Missing.Count == 0 ? new FieldRenaming(name, other) : null;
    }

    private static List<string> Names(DocumentList list) => [.. list.Documents.SelectMany(document => document.Fields).Select(field => field.Name).Distinct()];

    private static Document Renamed(Document document, string from, string to) =>
        new([.. document.Fields.Select(field => field.Name == from ? field with { Name = to } : field)]);
}
