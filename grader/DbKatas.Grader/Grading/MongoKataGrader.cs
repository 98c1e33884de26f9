using DbKatas.Grader.Comparing;
using DbKatas.Grader.Comparing.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Judges queries, pipelines and updates, on MongoDB or on what stands in for it.</summary>
/// <param name="mongo">Asked for a server only when an answer needs to run.</param>
/// <param name="solutionsRoot">The folder with the reference answers, in folders named by the katas' ids.</param>
public sealed class MongoKataGrader(MongoEngine mongo, string solutionsRoot) : IKataGrader
{
    public bool Judges(Kata kata) => kata.Engines is [MongoEngine.Name] && kata.Kind is KataKind.Result or KataKind.State;

    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
    {
        var answer = MongoAnswer.Read(answerPath, kata.AnswerFile);
        if (answer.Fault is not null)
            return blank with { Outcome = Outcome.DidNotRun, Failure = MongoFailureWords.Explain(answer.Fault, answer) };
        if (answer.Commands.Count == 0)
            return blank with { Outcome = Outcome.NotStarted, Sentence = NothingWritten(answer) };
        var seed = SeedData.Read(kata);
        var reference = ReadReference(kata);
        if (Forbidden(kata, seed, answer) is { } fault)
            return blank with { Outcome = Outcome.DidNotRun, Failure = MongoFailureWords.Explain(fault, answer) };
        var server = await mongo.ServerAsync(cancellation);
        blank = blank with { GradedBy = server.Description };
        if (kata.Needs.TryGetValue(MongoEngine.Name, out var oldest) && (server.MajorVersion is not { } major || major < oldest))
            return blank with { Outcome = Outcome.NeedsServer, Sentence = MongoFailureWords.NeedsVersion(oldest, server) };
        return await CompareAsync(blank, kata, server, new MongoTask(seed, reference.Commands, kata.Limits), answer, cancellation);
    }

    public ValueTask DisposeAsync() => mongo.DisposeAsync();

    private static async Task<Verdict> CompareAsync(
        Verdict blank, Kata kata, IMongoServer server, MongoTask reference, MongoAnswer answer, CancellationToken cancellation)
    {
        var expected = await server.RunAsync(reference, cancellation);
        if (expected.Failure is { Fault: MongoFault.NeedsServer, Message: var feature })
            return blank with { Outcome = Outcome.NeedsServer, Sentence = MongoFailureWords.NeedsServer("This kata", feature, server) };
        if (expected.Failure is { } fault)
            throw new TroubleException(
                $"The kata itself is at fault: its reference answer does not run. {MongoFailureWords.Sentence(fault, kata.Limits.Seconds)}. "
                + $"Nobody's answer to {kata.Id} can be judged until that is mended.");
        var actual = await server.RunAsync(reference with { Commands = answer.Commands }, cancellation);
        if (actual.Failure is { Fault: MongoFault.NeedsServer } refusal)
            return blank with { Outcome = Outcome.NeedsServer, Sentence = MongoFailureWords.NeedsServer("Your answer", refusal, answer, server) };
        if (actual.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = MongoFailureWords.Explain(failure, answer, kata.Limits.Seconds) };
        if (kata.Kind == KataKind.Result)
            return Judged(blank, kata, Result(expected, kata), actual.Documents ?? new DocumentList([]));
        return Judged(blank, kata, expected, actual, await server.RunAsync(reference with { Commands = [] }, cancellation), GeneratedIds.KnownIn(reference, answer));
    }

    private static Verdict Judged(Verdict blank, Kata kata, DocumentList expected, DocumentList actual)
    {
        var difference = DocumentComparer.Compare(expected, actual, kata.Rules);
        return difference.IsEqual
            ? blank with { Outcome = Outcome.Right }
            : blank with { Outcome = Outcome.NotYet, Differences = [new TableDifference(null, TableFault.Differs, null) { Documents = difference }] };
    }

    private static Verdict Judged(Verdict blank, Kata kata, MongoRun expected, MongoRun actual, MongoRun before, GeneratedIds ids)
    {
        var differences = Compare(expected, actual, ids, kata.Rules);
        if (differences.Count == 0)
            return blank with { Outcome = Outcome.Right };
        var changedNothing = Compare(before, actual, ids, ComparisonRules.Bag).Count == 0;
        return blank with { Outcome = Outcome.NotYet, Differences = differences, Remarks = changedNothing ? [Unchanged] : [] };
    }

    private const string Unchanged = "Your answer ran, and the collections hold just what they held before it.";

    private static List<TableDifference> Compare(MongoRun expected, MongoRun actual, GeneratedIds ids, ComparisonRules rules)
    {
        DocumentList Of(MongoRun run, string name) => run.Collections.TryGetValue(name, out var held) ? ids.Mark(held) : new DocumentList([]);

        var names = expected.Collections.Keys.Union(actual.Collections.Keys).Order(StringComparer.Ordinal);
        return [.. names
            .Select(name => (name, difference: DocumentComparer.Compare(Of(expected, name), Of(actual, name), rules)))
            .Where(found => !found.difference.IsEqual)
            .Select(found => new TableDifference(found.name, TableFault.Differs, null) { Documents = found.difference })];
    }

    private static DocumentList Result(MongoRun expected, Kata kata) =>
        expected.Documents ?? throw new TroubleException($"The kata itself is at fault: the reference answer to {kata.Id} returns nothing.");

    private static JsonFaultException? Forbidden(Kata kata, SeedData seed, MongoAnswer answer)
    {
        try
        {
            foreach (var command in answer.Commands)
                AnswerGuard.Check(kata, seed, command);
            return null;
        }
        catch (JsonFaultException fault)
        {
            return fault;
        }
    }

    private MongoAnswer ReadReference(Kata kata)
    {
        var path = Path.Combine(solutionsRoot, kata.Id, kata.AnswerFile);
        try
        {
            var reference = MongoAnswer.Read(path, kata.AnswerFile);
            return reference.Commands.Count > 0
                ? reference
                : throw new TroubleException($"The kata itself is at fault: its reference answer {TextFile.Shown(path)} {reference.Fault?.Message ?? "holds nothing"}.");
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException(
                $"The reference answer {TextFile.Shown(path)} {unreadable.Message} Answers are judged against it: " +
                "say where it is with --solutions, or restore it.", unreadable);
        }
    }

    private static string NothingWritten(MongoAnswer answer) =>
        string.IsNullOrWhiteSpace(answer.Text)
            ? $"{TextFile.Shown(answer.Path)} is empty. Write your answer in it and save."
            : $"{TextFile.Shown(answer.Path)} holds only the frame of an answer so far. Fill it in and save.";
}
