namespace DbKatas.Grader.Comparing.Documents;

/// <summary>Pairs a missing and an extra document that are plainly the same document with other values.</summary>
internal static class DocumentPairing
{
    private const string Id = "_id";

    /// <returns>The field that paired them and the pairs, in the expected order.</returns>
    public static (string? Key, IReadOnlyList<ChangedDocument> Changed) Pair(
        DocumentList expected, DocumentList actual, IReadOnlyList<Document> missing, IReadOnlyList<Document> extra, DocumentMeaning meaning)
    {
        if (missing.Count == 0 || extra.Count == 0)
            return (null, []);
        if (expected.Documents.Count == 1 && actual.Documents.Count == 1)
            return (null, [Changed(missing[0], extra[0], meaning)]);
        (string? Key, IReadOnlyList<ChangedDocument> Changed) best = (null, []);
        foreach (string name in Keys(expected.Documents, meaning))
        {
            var changed = PairBy(name, missing, extra, meaning);
            if (changed.Count > best.Changed.Count)
                best = (name, changed);
            if (name == Id && changed.Count > 0)
                break;
        }
        return best;
    }

    /// <summary>Top-level fields that tell the expected documents apart, likely names first: _id, then texts, then whole numbers and moments.</summary>
    private static IEnumerable<string> Keys(IReadOnlyList<Document> expected, DocumentMeaning meaning) =>
        expected[0].Fields.Select(field => field.Name)
            .OrderBy(name => name == Id ? 0 : IsText(expected, name) ? 1 : 2)
            .Where(name => (name == Id && expected.All(document => document[Id] is { } id and not Scalar { IsGenerated: true }))
                || IsText(expected, name) || expected.All(document => document[name] is Scalar { Value.Kind: ValueKind.Number or ValueKind.Instant }))
            .Where(name => expected.Select(document => Key(document[name]!, meaning)).Distinct().Count() == expected.Count);

    private static List<ChangedDocument> PairBy(string name, IReadOnlyList<Document> missing, IReadOnlyList<Document> extra, DocumentMeaning meaning)
    {
        var partners = extra.Where(document => document[name] is not null).ToLookup(document => Key(document[name]!, meaning));
        return [.. missing
            .Select(document => (Expected: document, Partner: partners[Key(document[name]!, meaning)].FirstOrDefault()))
            .Where(pair => pair.Partner is not null && IsPlausible(name, pair.Expected, pair.Partner, meaning))
            .Select(pair => Changed(pair.Expected, pair.Partner!, meaning))];
    }

    // Two numbers or moments may agree by chance: they need half of the document.
    private static bool IsPlausible(string name, Document expected, Document actual, DocumentMeaning meaning) =>
        name == Id || IsText([expected], name)
        || expected.Fields.Count(field => meaning.Same(field.Value, actual[field.Name], field.Name)) * 2 >= expected.Fields.Count;

    private static ChangedDocument Changed(Document expected, Document actual, DocumentMeaning meaning) =>
        new(expected, actual, meaning.Differences(expected, actual));

    private static bool IsText(IReadOnlyList<Document> documents, string name) =>
        documents.All(document => document[name] is Scalar { Value.Kind: ValueKind.Text });

    private static string Key(DocumentValue value, DocumentMeaning meaning) =>
        value is Scalar { Value: { IsNumeric: true, Text: { } digits } } && ExactNumber.TryParse(digits, out var number)
            ? $"{number.Mantissa}e{number.Exponent}"
            : value is Scalar ? meaning.Shape(value) : meaning.Shape(value) + string.Join(',', Numbers(value));

    // A shape leaves numbers open, and here they must count.
    private static IEnumerable<string> Numbers(DocumentValue value) => value switch
    {
        Document document => document.Fields.OrderBy(field => field.Name, StringComparer.Ordinal).SelectMany(field => Numbers(field.Value)),
        ValueArray array => array.Items.SelectMany(Numbers),
        Scalar { Value: { IsNumeric: true, Text: { } digits } } when ExactNumber.TryParse(digits, out var number) => [$"{number.Mantissa}e{number.Exponent}"],
        _ => [],
    };
}
