using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>The identifiers that stand in an answer, and nothing else of it.</summary>
internal static partial class WrittenIds
{
    public static string In(MongoAnswer answer) =>
        string.Join(' ', Identifier().Matches(DocumentReferenceYardstick.WrittenBy(answer)).Select(match => match.Value).Distinct());

    [GeneratedRegex("[0-9a-fA-F]{24}")]
    private static partial Regex Identifier();
}
