using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>Kind "state": what all tables hold after the script, beside what they hold after the reference.</summary>
/// <param name="session">The server.</param>
/// <param name="yardstick">What is right.</param>
/// <param name="explains">False where only the outcome counts: then nobody looks for the plainest example of a fault.</param>
/// <param name="turns">Who is at work on the server; null to use one connection whoever is.</param>
internal sealed class StateGrader(PostgresSession session, ISqlYardstick yardstick, bool explains, Turns? turns)
{
    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, SqlAnswer answer, CancellationToken cancellation)
    {
        await using var bench = await DatasetBench.OpenAsync(session, kata, yardstick, cancellation, turns);
        // On the data that everybody sees a script has a database to itself, as it would have at the learner's desk.
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        var run = await scratch.RunAsync(answer.Statements, isReadOnly: false, kata.Limits, cancellation);
        if (run.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = SqlFailureWords.Explain(failure, answer.Text, kata.Limits.Seconds) };
        var visible = bench.Judge(bench.Datasets[0], new AnswerRun(await scratch.ReadTablesAsync(kata.Limits.Rows, cancellation), run));
        if (!visible.Agrees && !explains)
            return blank with { Outcome = Outcome.NotYet, Differences = visible.Differences };
        if (!visible.Agrees)
            return await NotYetAsync(blank, bench, answer, visible, cancellation);
        var hidden = await new HiddenDataJudge(bench, answer.Statements).JudgeAsync(cancellation);
        return blank with
        {
            Outcome = hidden.Wrong is null ? Outcome.Right : Outcome.NotYet,
            Counterexample = hidden.Wrong,
            Fragile = hidden.Fragile,
            LikelyMistake = hidden.Wrong is null || !explains ? null : await new LikelyMistake(new SqlMistakeBench(bench, answer, visible)).GuessAsync(cancellation),
        };
    }

    private const string LeftOpen =
        "Your script begins a transaction and does not end it, so the database threw its changes away. End it with COMMIT.";

    private const string Unchanged = "Your script ran, and the tables hold just what they held before it.";

    private static async Task<Verdict> NotYetAsync(Verdict blank, DatasetBench bench, SqlAnswer answer, Trial visible, CancellationToken cancellation)
    {
        var verdict = blank with { Outcome = Outcome.NotYet, Differences = visible.Differences };
        // Where nothing was changed, a smaller example of nothing tells no more.
        if (visible.Run.LeftTransactionOpen)
            return verdict with { Remarks = [LeftOpen] };
        if (await ChangedNothingAsync(bench, visible, cancellation))
            return verdict with { Remarks = [Unchanged] };
        return verdict with
        {
            Counterexample = await new HiddenDataJudge(bench, answer.Statements).ExplainAsync(visible, cancellation),
            LikelyMistake = await new LikelyMistake(new SqlMistakeBench(bench, answer, visible)).GuessAsync(cancellation),
        };
    }

    private static async Task<bool> ChangedNothingAsync(DatasetBench bench, Trial visible, CancellationToken cancellation)
    {
        var before = await bench.TryAsync([], bench.Datasets[0], cancellation);
        return before?.Actual.Tables is { } tables && new Expectation(tables).Compare(visible.Actual.Tables!, ComparisonRules.Bag).Count == 0;
    }
}
