namespace DbKatas.Grader.Comparing.Documents;

/// <summary>Compares what was expected with what came: documents as bags and by meaning, then the order where one is asked for.</summary>
/// <remarks>All documents are compared. The same input gives the same difference.</remarks>
public static class DocumentComparer
{
    /// <exception cref="RulesException">The rules do not fit the expected documents: none has an order field, or not all were read.</exception>
    public static DocumentDifference Compare(DocumentList expected, DocumentList actual, ComparisonRules rules)
    {
        if (expected.Truncated)
            throw new RulesException(
                $"The reference answer returns more than the {expected.Documents.Count} documents that are read. Make the kata's data smaller or its row limit higher.");
        foreach (var orderKey in rules.Order)
            CheckOrder(expected, orderKey);

        var meaning = new DocumentMeaning(rules);
        var (missing, extra) = Unmatched(expected.Documents, actual.Documents, meaning);
        var (key, changed) = DocumentPairing.Pair(expected, actual, missing, extra, meaning);
        var difference = new DocumentDifference(expected, actual, rules)
        {
            Key = key,
            Changed = changed,
            Missing = [.. missing.Except<Document>(changed.Select(pair => pair.Expected), ReferenceEqualityComparer.Instance)],
            Extra = [.. extra.Except<Document>(changed.Select(pair => pair.Actual), ReferenceEqualityComparer.Instance)],
            Matching = expected.Documents.Count - missing.Count,
            Renamed = missing.Count == 0 ? null : FieldRenaming.Find(expected, actual, meaning),
        };
        return difference.DocumentsAgree && !actual.Truncated ? difference with { OutOfOrder = FirstOutOfOrder(expected, actual, rules, meaning) } : difference;
    }

    internal static (List<Document> Missing, List<Document> Extra) Unmatched(
        IReadOnlyList<Document> expected, IReadOnlyList<Document> actual, DocumentMeaning meaning)
    {
        var open = new Dictionary<string, List<Document>>();
        foreach (var document in expected)
        {
            string shape = meaning.Shape(document);
            if (!open.TryGetValue(shape, out var alike))
                open[shape] = alike = [];
            alike.Add(document);
        }
        var extra = new List<Document>();
        foreach (var document in actual)
        {
            var alike = open.GetValueOrDefault(meaning.Shape(document)) ?? [];
            int at = alike.FindIndex(other => meaning.Differences(other, document).Count == 0);
            if (at < 0)
                extra.Add(document);
            else
                alike.RemoveAt(at);
        }
        var left = new HashSet<Document>(open.Values.SelectMany(alike => alike), ReferenceEqualityComparer.Instance);
        return ([.. expected.Where(left.Contains)], extra);
    }

    // The expected documents are in the right order, so the keys of the actual ones must run through the same values; ties fall either way.
    private static int? FirstOutOfOrder(DocumentList expected, DocumentList actual, ComparisonRules rules, DocumentMeaning meaning)
    {
        for (int i = 0; i < expected.Documents.Count; i++)
            if (rules.Order.Any(key => !meaning.Same(expected.Documents[i].At(key.Column), actual.Documents[i].At(key.Column), key.Column)))
                return i;
        return null;
    }

    private static void CheckOrder(DocumentList expected, OrderKey key)
    {
        if (expected.Documents.Count == 0 || expected.Documents.Any(document => document.At(key.Column) is not null))
            return;
        var names = expected.Documents.SelectMany(document => document.Fields).Select(field => field.Name).Distinct();
        throw new RulesException(
            $"\"order\" names the field \"{key.Column}\", but no document of the reference answer has it. They have {string.Join(", ", names)}. Name one of those.");
    }
}
