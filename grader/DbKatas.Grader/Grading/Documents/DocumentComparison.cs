using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>Holds what an answer gave against what the reference gave: the result of a query, or all collections.</summary>
/// <param name="kata">The kata.</param>
/// <param name="written">What the reference's commands hold, in canonical Extended JSON.</param>
internal sealed class DocumentComparison(Kata kata, string written)
{
    /// <summary>What is different; nothing when the two agree.</summary>
    /// <param name="seed">The data that both ran on.</param>
    /// <param name="expected">The reference's run.</param>
    /// <param name="actual">A run that did not fail.</param>
    /// <param name="answer">The commands that were run.</param>
    public IReadOnlyList<TableDifference> Compare(SeedData seed, MongoRun expected, MongoRun actual, IReadOnlyList<MongoCommand> answer)
    {
        if (ReferenceEquals(expected, actual))
            return [];
        return kata.Kind == KataKind.Result
            ? Results(expected.Documents ?? new DocumentList([]), actual.Documents ?? new DocumentList([]))
            : Contents(expected, actual, new GeneratedIds(string.Concat([seed.Json, written, .. answer.Select(command => command.Json)])), kata.Rules);
    }

    /// <summary>True when a run left behind just what was there before it.</summary>
    public static bool ChangedNothing(SeedData seed, MongoRun before, MongoRun actual, IReadOnlyList<MongoCommand> answer) =>
        Contents(before, actual, new GeneratedIds(string.Concat([seed.Json, .. answer.Select(command => command.Json)])), ComparisonRules.Bag).Count == 0;

    private IReadOnlyList<TableDifference> Results(DocumentList expected, DocumentList actual)
    {
        var difference = DocumentComparer.Compare(expected, actual, kata.Rules);
        return difference.IsEqual ? [] : [new TableDifference(null, TableFault.Differs, null) { Documents = difference }];
    }

    private static List<TableDifference> Contents(MongoRun expected, MongoRun actual, GeneratedIds ids, ComparisonRules rules)
    {
        DocumentList Of(MongoRun run, string name) => run.Collections.TryGetValue(name, out var held) ? ids.Mark(held) : new DocumentList([]);

        var names = expected.Collections.Keys.Union(actual.Collections.Keys).Order(StringComparer.Ordinal);
        return [.. names
            .Select(name => (name, difference: DocumentComparer.Compare(Of(expected, name), Of(actual, name), rules)))
            .Where(found => !found.difference.IsEqual)
            .Select(found => new TableDifference(found.name, TableFault.Differs, null) { Documents = found.difference })];
    }
}
