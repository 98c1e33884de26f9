using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;

namespace DbKatas.Grader.Feedback;

/// <summary>A difference between documents in words: a sentence with counts, then what differs in each, path by path.</summary>
internal static class DocumentDifferenceText
{
    private const int MostDocuments = 10;
    private const int MostPaths = 8;
    private const int LongestValue = 60;

    /// <param name="difference">Not an equal one.</param>
    /// <param name="ink">Colours or none.</param>
    /// <param name="collection">The collection compared; null for the result of a query.</param>
    public static string Of(DocumentDifference difference, Ink ink, string? collection) =>
        string.Join('\n', [Sentence(difference, collection, " on the data you see"), .. difference switch
        {
            { OutOfOrder: { } at } => Order(difference, at, ink),
            { Renamed: not null } => [],
            _ => Documents(difference, ink),
        }]);

    /// <param name="difference">Not an equal one.</param>
    /// <param name="collection">The collection compared; null for the result of a query.</param>
    /// <param name="where">On which data a query gives that, with a space before it; empty where it is told already.</param>
    public static string Sentence(DocumentDifference difference, string? collection, string where)
    {
        var (head, end) = collection is null ? ("", $"{where}.") : ($"collection {VisibleText.Escape(collection)}: ", ".");
        var returns = collection is null ? "Your query returns" : "it holds";
        var (expected, actual) = (difference.Expected.Documents.Count, difference.Actual.Documents.Count);
        if (difference.Truncated || actual == 0 || expected == 0)
            return $"{head}{returns} {(difference.Truncated ? $"more than {Count(actual)}" : actual == 0 ? "no documents" : Count(actual))}, "
                + $"{expected switch { 0 => "none is expected", 1 => "1 is expected", _ => $"{expected} are expected" }}{end}";
        if (difference.Renamed is { } renamed)
            return $"{head}Right documents, but one field has another name{end} It should be called {VisibleText.Escape(renamed.Expected)}, yours is called {VisibleText.Escape(renamed.Actual)}.";
        if (difference.OutOfOrder is { } at)
        {
            var keys = difference.Rules.Order.Select(key => VisibleText.Escape(key.Column) + (key.Descending ? " descending" : ""));
            return $"{head}Right documents, wrong order: document {at + 1} is the first out of place{end} Sort by {string.Join(", then ", keys)}.";
        }
        return head + Counts(difference, collection is null) + end;
    }

    private static string Counts(DocumentDifference difference, bool isQuery)
    {
        var (changed, missing, extra, all) = (difference.Changed.Count, difference.Missing.Count, difference.Extra.Count, difference.Expected.Documents.Count);
        var parts = new List<string>();
        if (changed > 0)
            parts.Add(all == 1 ? $"{(isQuery ? "The" : "the")} document differs" : changed == 1 ? $"1 of {all} documents differs" : $"{changed} of {all} documents differ");
        if (missing > 0)
            parts.Add($"{Count(missing)} missing");
        if (extra > 0)
            parts.Add($"{Count(extra)} extra");
        return string.Join(", ", parts) + (difference.Rules.Order.Count == 0 && parts.Count > 1 ? " (order ignored)" : "");
    }

    private static IEnumerable<string> Documents(DocumentDifference difference, Ink ink)
    {
        foreach (var line in difference.Changed.Take(MostDocuments).SelectMany((changed, i) => Changed(difference, changed, isFirst: i == 0, ink)))
            yield return line;
        var left = Math.Max(2, MostDocuments - difference.Changed.Count);
        foreach (var document in difference.Missing.Take(left))
            yield return $"{ink.Bad("-")} {DocumentText.Of(document)}     {ink.Faint("missing")}";
        foreach (var document in difference.Extra.Take(left))
            yield return $"{ink.Mark("+")} {DocumentText.Of(Ordered(difference, document))}     {ink.Faint("extra")}";
        var shown = Math.Min(MostDocuments, difference.Changed.Count) + Math.Min(left, difference.Missing.Count) + Math.Min(left, difference.Extra.Count);
        var different = difference.Changed.Count + difference.Missing.Count + difference.Extra.Count;
        if (shown < different)
            yield return ink.Faint($"{shown} of the {different} different documents are shown.");
        if (difference.Matching > 0)
            yield return difference.Matching == 1 ? "The other document matches." : $"The other {difference.Matching} documents match.";
    }

    /// <summary>One document: how to know it, then a line a path, aligned.</summary>
    private static IEnumerable<string> Changed(DocumentDifference difference, ChangedDocument changed, bool isFirst, Ink ink)
    {
        if (difference.Key is { } key)
            yield return $"{ink.Mark("~")} {DocumentText.Of(new Document([new Field(key, changed.Expected[key]!)]), LongestValue)}";
        var paths = changed.Paths.Take(MostPaths).Select(path => Told(path)).ToList();
        var (widestPath, widestYours) = (paths.Max(path => DisplayWidth.Of(path.Path)), paths.Max(path => DisplayWidth.Of(path.Yours)));
        foreach (var (i, (path, yours, wanted)) in paths.Index())
        {
            var padding = new string(' ', widestYours - DisplayWidth.Of(yours));
            var legend = isFirst && i == 0 ? $"     {ink.Faint("yours (expected)")}" : "";
            yield return $"    {DisplayWidth.PadRight(path, widestPath)}  {ink.Bad(yours)}{padding} ({ink.Good(wanted)}){legend}";
        }
        if (changed.Paths.Count > MostPaths)
            yield return ink.Faint($"    and {changed.Paths.Count - MostPaths} more places");
        foreach (var note in changed.Paths.Select(LookAlike).OfType<string>().Take(2))
            yield return $"    {note}";
    }

    private static (string Path, string Yours, string Wanted) Told(PathDifference path)
    {
        var (yours, wanted) = path is { Actual: ValueArray own, Expected: ValueArray expected } ? DocumentText.Apart(own, expected, LongestValue) : (Yours(path), Wanted(path));
        return (VisibleText.Escape(path.Path), yours, wanted);
    }

    private static string Yours(PathDifference path) => path.Actual is { } value ? DocumentText.Of(value, LongestValue) : "missing";

    private static string Wanted(PathDifference path) => path.Expected is { } value ? DocumentText.Of(value, LongestValue) : "should not be there";

    private static string? LookAlike(PathDifference path) =>
        path is { Expected: Scalar { Value: { Kind: ValueKind.Text } expected }, Actual: Scalar { Value: { Kind: ValueKind.Text } actual } }
        && LookAlikes.Note(expected, actual) is { } note
            ? $"{VisibleText.Escape(path.Path)}: {note}"
            : null;

    private static string[] Order(DocumentDifference difference, int at, Ink ink) =>
    [
        $"  {ink.Faint("yours")}     {DocumentText.Of(Ordered(difference, difference.Actual.Documents[at]))}",
        $"  {ink.Faint("expected")}  {DocumentText.Of(difference.Expected.Documents[at])}",
    ];

    /// <summary>The learner's fields in the order of those that are expected.</summary>
    internal static Document Ordered(DocumentDifference difference, Document document) =>
        difference.Expected.Documents.Count == 0 ? document : DocumentText.InOrderOf(difference.Expected.Documents.MaxBy(expected => expected.Fields.Count)!, document);

    private static string Count(int count) => count == 1 ? "1 document" : $"{count} documents";
}
