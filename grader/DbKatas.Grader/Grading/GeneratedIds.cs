using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Tells identifiers that MongoDB made up for new documents from those that somebody wrote. They are different in each run, so all that
/// counts is that there is one.
/// </summary>
/// <param name="written">All that was written, in canonical Extended JSON.</param>
internal sealed class GeneratedIds(string written)
{
    public DocumentList Mark(DocumentList list) => list with { Documents = [.. list.Documents.Select(Mark)] };

    private Document Mark(Document document) => new([.. document.Fields.Select(field => field.Name == "_id" ? field with { Value = Mark(field.Value) } : field)]);

    private DocumentValue Mark(DocumentValue id) =>
        id is Scalar { Value: { Kind: ValueKind.Other, Text: { } text } } scalar && text.StartsWith("{ \"$oid\"", StringComparison.Ordinal)
        && !written.Contains(text.Split('"')[3], StringComparison.OrdinalIgnoreCase)
            ? scalar with { IsGenerated = true }
            : id;
}
