using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Feedback;

/// <summary>Documents on which an answer goes wrong, as in seed.jsonc, and what both give there.</summary>
internal static class DocumentCounterexampleText
{
    private const int MostDocuments = 10;

    /// <summary>Longer documents are cut; those of the data never are.</summary>
    private const int Longest = 160;

    /// <summary>Where that would leave out what differs.</summary>
    private const int LongestAlike = 500;

    /// <summary>False where all that is wrong is a field's name.</summary>
    public static bool IsWorthShowing(DocumentCounterexample example) =>
        example.Trial.Differences.Count == 0 || example.Trial.Differences.Any(difference => difference.Documents is { Renamed: null });

    /// <summary>What happens there, as a sentence.</summary>
    public static string Sentence(DocumentCounterexample example) => example.Trial.Actual.Failure is { } failure
        ? $"There it does not run: {Words(failure)}."
        : Capital(DocumentDifferenceText.Sentence(example.Trial.Differences[0].Documents!, example.Trial.Differences[0].Table, where: ""));

    public static IEnumerable<string> Lines(DocumentCounterexample example, Ink ink)
    {
        foreach (var line in SeedLines.Of(example.Trial.Dataset.Collections).SelectMany(text => text.Split('\n')))
            yield return "  " + line;
        foreach (var line in example.Trial.Actual.Failure is { } failure ? Failed(example.Trial, failure, ink) : example.Trial.Differences.SelectMany(difference => Sides(difference, ink)))
            yield return line;
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static IEnumerable<string> Failed(DocumentTrial trial, MongoFailure failure, Ink ink)
    {
        if (trial.Expected.Documents is { } expected)
            foreach (var line in Side("expected", expected.Documents, ink, Longest))
                yield return line;
        yield return $"{"yours",-8}  {ink.Bad("did not run:")} {Printable.Text(Words(failure))}";
    }

    private static IEnumerable<string> Sides(TableDifference difference, Ink ink)
    {
        if (difference.Documents is not { } both)
            return [];
        string[] heading = difference.Table is { } name ? [$"collection {VisibleText.Escape(name)}:"] : [];
        // Of a whole collection only what differs is worth reading.
        var isResult = difference.Table is null;
        var (expected, actual) = isResult ? (both.Expected.Documents, both.Actual.Documents) : Different(both);
        Document[] yours = [.. actual.Select(document => DocumentDifferenceText.Ordered(both, document))];
        var longest = expected.Zip(yours).Any(pair => LookAlike(pair.First, pair.Second)) ? LongestAlike : Longest;
        return [.. heading, .. Side("expected", expected, ink, longest), .. Side("yours", yours, ink, longest)];
    }

    /// <summary>True for two that are different and would be cut to the same.</summary>
    private static bool LookAlike(Document one, Document other) =>
        DocumentText.Of(one, Longest) == DocumentText.Of(other, Longest) && DocumentText.Of(one, LongestAlike) != DocumentText.Of(other, LongestAlike);

    private static (IReadOnlyList<Document> Expected, IReadOnlyList<Document> Actual) Different(DocumentDifference both) =>
        ([.. both.Changed.Select(pair => pair.Expected), .. both.Missing], [.. both.Changed.Select(pair => pair.Actual), .. both.Extra]);

    private static IEnumerable<string> Side(string side, IReadOnlyList<Document> documents, Ink ink, int longest)
    {
        if (documents.Count == 0)
            yield return $"{ink.Faint($"{side,-8}")}  no documents";
        foreach (var (place, document) in documents.Take(MostDocuments).Index())
            yield return $"{ink.Faint($"{(place == 0 ? side : ""),-8}")}  {DocumentText.Of(document, longest)}";
        if (documents.Count > MostDocuments)
            yield return $"{"",-8}  and {DifferenceSentence.Count(documents.Count - MostDocuments, "document")} more";
    }

    private static string Words(MongoFailure failure) => failure.Fault switch
    {
        MongoFault.TookTooLong => "it takes too long",
        MongoFault.TookTooMuch => "it takes too much memory",
        _ => failure.Message.TrimEnd('.'),
    };
}
