using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Feedback;

/// <summary>Documents as they stand in a seed.jsonc, to be pasted there.</summary>
internal static class SeedLines
{
    /// <returns>A text a collection that holds something, perhaps over several lines: "orders": [ documents ].</returns>
    public static IReadOnlyList<string> Of(IEnumerable<CollectionContent> contents) =>
        [.. contents.Where(content => content.Documents.Count > 0).Select(Of)];

    private static string Of(CollectionContent content) =>
        $"{JsonText.Quoted(content.Name)}: [\n{string.Join(",\n", content.Documents.Select(document => "  " + JsonText.Of(document)))}\n]";
}
