using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading.Documents;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>Judges queries, pipelines and updates, on MongoDB or on what stands in for it.</summary>
/// <param name="mongo">Asked for a server only when an answer needs to run.</param>
/// <param name="solutions">What answers are held against.</param>
/// <param name="explains">False where only outcomes count, as when katas are verified.</param>
public sealed class MongoKataGrader(MongoEngine mongo, ISolutions solutions, bool explains = true) : IKataGrader
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
        var yardstick = await YardstickAsync(kata);
        if (Forbidden(kata, seed, answer) is { } fault)
            return blank with { Outcome = Outcome.DidNotRun, Failure = MongoFailureWords.Explain(fault, answer) };
        if (!mongo.IsOpen)
            DocumentDataStore.ReadAhead(kata);
        var server = await mongo.ServerAsync(cancellation);
        blank = blank with { GradedBy = server.Description };
        if (kata.Needs.TryGetValue(MongoEngine.Name, out var oldest) && (server.MajorVersion is not { } major || major < oldest))
            return blank with { Outcome = Outcome.NeedsServer, Sentence = MongoFailureWords.NeedsVersion(oldest, server) };
        return await CompareAsync(blank, await DocumentBench.OpenAsync(server, kata, yardstick, cancellation), answer, cancellation);
    }

    public async Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation)
    {
        var server = await mongo.ServerAsync(cancellation);
        return await solutions.ProvideAsync(kata, folder => PackedDocumentYardstick.WriteAsync(server, kata, folder, cancellation), packed => packed);
    }

    public ValueTask DisposeAsync() => mongo.DisposeAsync();

    private async Task<Verdict> CompareAsync(Verdict blank, DocumentBench bench, MongoAnswer answer, CancellationToken cancellation)
    {
        var (kata, server, expected) = (bench.Kata, bench.Server, bench.Visible);
        if (expected.Failure is { Fault: MongoFault.NeedsServer, Message: var feature })
            return blank with { Outcome = Outcome.NeedsServer, Sentence = MongoFailureWords.NeedsServer("This kata", feature, server) };
        if (expected.Failure is { } fault)
            throw new TroubleException(
                $"The kata itself is at fault: its reference answer does not run. {MongoFailureWords.Sentence(fault, kata.Limits.Seconds)}. "
                + $"Nobody's answer to {kata.Id} can be judged until that is mended.");
        if (kata.Kind == KataKind.Result && expected.Documents is null)
            throw new TroubleException($"The kata itself is at fault: the reference answer to {kata.Id} returns nothing.");
        var seed = bench.Data.Known[0];
        var actual = await server.RunAsync(new MongoTask(seed.Seed, answer.Commands, kata.Limits), cancellation);
        if (actual.Failure is { Fault: MongoFault.NeedsServer } refusal)
            return blank with { Outcome = Outcome.NeedsServer, Sentence = MongoFailureWords.NeedsServer("Your answer", refusal, answer, server) };
        if (actual.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = MongoFailureWords.Explain(failure, answer, kata.Limits.Seconds) };
        var visible = bench.Judge(seed, actual, answer.Commands);
        var verdict = visible.Agrees ? await JudgeHiddenAsync(blank, bench, answer, cancellation) : await NotYetAsync(blank, bench, answer, visible, cancellation);
        // Where an example was looked for, the slip is worth looking for as well.
        return verdict is { Outcome: Outcome.NotYet, Counterexample: not null } && explains
            ? verdict with { LikelyMistake = await new LikelyMistake(new DocumentMistakeBench(bench, answer)).GuessAsync(cancellation) }
            : verdict;
    }

    /// <summary>An answer that is right on the visible data.</summary>
    private static async Task<Verdict> JudgeHiddenAsync(Verdict blank, DocumentBench bench, MongoAnswer answer, CancellationToken cancellation)
    {
        var hidden = await new HiddenDocumentJudge(bench, answer.Commands).JudgeAsync(cancellation);
        return blank with { Outcome = hidden.Wrong is null ? Outcome.Right : Outcome.NotYet, Counterexample = hidden.Wrong, Fragile = hidden.Fragile };
    }

    private const string Unchanged = "Your answer ran, and the collections hold just what they held before it.";

    private async Task<Verdict> NotYetAsync(Verdict blank, DocumentBench bench, MongoAnswer answer, DocumentTrial visible, CancellationToken cancellation)
    {
        var verdict = blank with { Outcome = Outcome.NotYet, Differences = visible.Differences };
        if (!explains)
            return verdict;
        if (bench.Kata.Kind == KataKind.State && await ChangedNothingAsync(bench, answer, visible, cancellation))
            return verdict with { Remarks = [Unchanged] };
        return verdict with { Counterexample = await new HiddenDocumentJudge(bench, answer.Commands).ExplainAsync(visible, cancellation) };
    }

    private static async Task<bool> ChangedNothingAsync(DocumentBench bench, MongoAnswer answer, DocumentTrial visible, CancellationToken cancellation)
    {
        var seed = bench.Data.Known[0].Seed;
        var before = await bench.Server.RunAsync(new MongoTask(seed, [], bench.Kata.Limits), cancellation);
        return DocumentComparison.ChangedNothing(seed, before, visible.Actual, answer.Commands);
    }

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

    private Task<IDocumentYardstick> YardstickAsync(Kata kata) => solutions.ProvideAsync<IDocumentYardstick>(
        kata, folder => Task.FromResult<IDocumentYardstick>(new DocumentReferenceYardstick(DocumentReferenceYardstick.Read(folder, kata))), PackedDocumentYardstick.Read);

    private static string NothingWritten(MongoAnswer answer) =>
        string.IsNullOrWhiteSpace(answer.Text)
            ? $"{TextFile.Shown(answer.Path)} is empty. Write your answer in it and save."
            : $"{TextFile.Shown(answer.Path)} holds only the frame of an answer so far. Fill it in and save.";
}
