using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>Kind "result": what one query returns, beside what the reference returns on the same data.</summary>
/// <param name="session">The server.</param>
/// <param name="yardstick">What is right.</param>
/// <param name="explains">False where only the outcome counts: then nobody looks for the plainest example of a fault.</param>
/// <param name="turns">Who is at work on the server; null to use one connection whoever is.</param>
internal sealed class ResultGrader(PostgresSession session, ISqlYardstick yardstick, bool explains, Turns? turns)
{
    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, SqlAnswer answer, CancellationToken cancellation)
    {
        if (answer.Statements.Count > 1)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = OneStatementOnly(answer) };

        await using var bench = await DatasetBench.OpenAsync(session, kata, yardstick, cancellation, turns);
        var visible = (await bench.TryAsync(answer.Statements, bench.Datasets[0], cancellation))!;
        if (visible.Run.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = SqlFailureWords.Explain(failure, answer.Text, kata.Limits.Seconds) };
        if (visible.Run.Result is null)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = NoResult };
        var judge = new HiddenDataJudge(bench, answer.Statements);
        if (!visible.Agrees && !explains)
            return blank with { Outcome = Outcome.NotYet, Differences = visible.Differences };
        if (!visible.Agrees)
            return await GuessAsync(blank with { Outcome = Outcome.NotYet, Differences = visible.Differences, Counterexample = await judge.ExplainAsync(visible, cancellation) });
        var hidden = await judge.JudgeAsync(cancellation);
        return await GuessAsync(blank with
        {
            Outcome = hidden.Wrong is null ? Outcome.Right : Outcome.NotYet,
            Counterexample = hidden.Wrong,
            Fragile = hidden.Fragile,
            LacksOrder = hidden.Wrong is null && kata.Rules.Order.Count > 0 && !answer.Statements[0].IsOrdered(),
            Remarks = [.. DifferenceText.Remarks(visible.Expected.Difference(visible.Run.Result, kata.Rules))],
        });

        async Task<Verdict> GuessAsync(Verdict verdict) => verdict.Outcome == Outcome.Right || !explains
            ? verdict
            : verdict with { LikelyMistake = await new LikelyMistake(new SqlMistakeBench(bench, answer, visible)).GuessAsync(cancellation) };
    }

    internal const string NoResult =
        "Your statement ran, but it returns no rows and no columns. This kata asks for a query: one that begins with SELECT, WITH or VALUES.";

    internal static string OneStatementOnly(SqlAnswer answer)
    {
        var second = TextPlace.Of(answer.Text, answer.Statements[1].Start);
        return $"{TextFile.Shown(answer.Path)} holds {answer.Statements.Count} statements, and this kata asks for one query. " +
               $"The second begins on line {second.Line}. Keep the one that answers the question; put -- before the lines of the other.";
    }
}
