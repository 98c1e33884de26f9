using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Watching;

/// <summary>How PostgreSQL goes about an answer on the visible data, as EXPLAIN tells it.</summary>
internal static class AnswerPlan
{
    /// <summary>Without times, which differ from run to run, and without costs, which are about data of this size only.</summary>
    private const string Explain = "explain (analyze, buffers off, costs off, timing off, summary off) ";

    public static bool Has(Kata kata) => kata is { Kind: KataKind.Result, Engines: ["postgres"] };

    /// <returns>The plan, or a sentence that says why there is none.</returns>
    public static async Task<string> ReadAsync(PostgresEngine postgres, Kata kata, string answerPath, CancellationToken cancellation)
    {
        if (!Has(kata))
            return "Plans are shown for queries on PostgreSQL.";
        if (SqlScript.Split(TextFile.Read(answerPath)) is not [var query])
            return "There is a plan to show when the answer is one query.";
        var session = await postgres.SessionAsync(cancellation);
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        var run = await scratch.RunAsync([query with { Text = Explain + query.Text }], isReadOnly: true, kata.Limits, cancellation);
        return run switch
        {
            { Failure: { } failure } => $"PostgreSQL has no plan for it: {failure.Message}.",
            { Result: { } plan } => "How PostgreSQL goes about it on the data you see:\n\n" + string.Join('\n', plan.Rows.Select(row => "  " + Printable.Text(row[0].Text ?? ""))),
            _ => "PostgreSQL told no plan.",
        };
    }
}
