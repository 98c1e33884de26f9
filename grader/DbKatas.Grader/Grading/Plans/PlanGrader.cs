using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>
/// Kind "plan": how the server goes about the kata's queries after the answer, or about the answer where that is the query. Judged by
/// the plan's nodes and the pages read, beside the reference's on the same data; never by time.
/// </summary>
/// <param name="session">The server.</param>
/// <param name="solutions">What answers are held against.</param>
/// <param name="known">What neither depends on the answer nor changes between two: large tables take longer to read than most answers to run.</param>
internal sealed class PlanGrader(PostgresSession session, ISolutions solutions, SharedWork<PlanState> known)
{
    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, SqlAnswer answer, CancellationToken cancellation)
    {
        var queries = ReadQueries(kata);
        if (queries is null && answer.Statements.Count > 1)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = ResultGrader.OneStatementOnly(answer) };
        var untouched = await UntouchedAsync(kata, cancellation);
        var expected = await solutions.ProvideAsync(kata, folder => ExpectAsync(kata, folder, queries, untouched, cancellation), PlanFile.Read);
        var actual = await RunAsync(kata, answer, queries, untouched, cancellation);
        if ((actual.Failure ?? (queries is null ? actual.Runs[0].Failure : null)) is { } refused)
            return blank with { Outcome = Outcome.DidNotRun, Failure = SqlFailureWords.Explain(refused, answer.Text, kata.Limits.Seconds) };
        if (queries is null && actual.Runs[0].Rows is null)
            return blank with { Outcome = Outcome.DidNotRun, Sentence = ResultGrader.NoResult };
        return Judge(blank, new PlanJudge(kata, untouched, expected, actual).Findings());
    }

    /// <summary>What the reference leads to, for a library without solutions.</summary>
    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => solutions.ProvideAsync(kata, async folder =>
    {
        var untouched = await UntouchedAsync(kata, cancellation);
        return PlanFile.Write(await ExpectAsync(kata, folder, ReadQueries(kata), untouched, cancellation), untouched);
    }, packed => packed);

    private async Task<PlanState> UntouchedAsync(Kata kata, CancellationToken cancellation) =>
        await known.DoAsync(await ContentAsync(kata, [], cancellation), token => ReadUntouchedAsync(kata, token), cancellation);

    private async Task<PlanState> ReadUntouchedAsync(Kata kata, CancellationToken cancellation)
    {
        await using var before = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        return await PlanState.ReadAsync(new PlanScratch(before, kata), null, cancellation);
    }

    private async Task<PlanState> ExpectAsync(Kata kata, string folder, IReadOnlyList<SqlStatement>? queries, PlanState untouched, CancellationToken cancellation)
    {
        var reference = ReferenceYardstick.Read(folder, kata);
        IEnumerable<string> asked = queries?.Select(query => query.Text) ?? [];
        return await known.DoAsync(
            await ContentAsync(kata, [reference.Text, .. asked], cancellation), token => RunReferenceAsync(kata, reference, queries, untouched, token), cancellation);
    }

    /// <summary>All that a state follows from.</summary>
    private async Task<string> ContentAsync(Kata kata, string[] scripts, CancellationToken cancellation) =>
        KataContent.Of(kata, [session.Description, await session.Templates.ProvideAsync(kata, cancellation), .. scripts]);

    private async Task<PlanState> RunReferenceAsync(
        Kata kata, SqlAnswer reference, IReadOnlyList<SqlStatement>? queries, PlanState untouched, CancellationToken cancellation)
    {
        var expected = await RunAsync(kata, reference, queries, untouched, cancellation);
        return expected.Failure is null && expected.Runs.All(run => run.Plan is not null)
            ? expected
            : throw ReferenceFault.Of(kata, reference, expected.Failure ?? expected.Runs.Select(run => run.Failure).FirstOrDefault(failure => failure is not null));
    }

    private static Verdict Judge(Verdict blank, IReadOnlyList<PlanFinding> findings) => blank with
    {
        Outcome = findings.Count == 0 ? Outcome.Right : Outcome.NotYet,
        Findings = findings,
    };

    /// <returns>Null when the answer itself is the query.</returns>
    private static IReadOnlyList<SqlStatement>? ReadQueries(Kata kata)
    {
        var path = Path.Combine(kata.Folder, KataFormat.Query);
        if (!File.Exists(path))
            return null;
        try
        {
            var queries = SqlScript.Split(TextFile.Read(path));
            return queries.Count > 0 ? queries : throw Fault(path, "holds no query. Write the query that the answer is to make cheap, or remove the file.");
        }
        catch (TextFileException unreadable)
        {
            throw Fault(path, unreadable.Message);
        }
    }

    private static TroubleException Fault(string path, string predicate) => new($"The kata itself is at fault: {TextFile.Shown(path)} {predicate}");

    private async Task<PlanState> RunAsync(Kata kata, SqlAnswer answer, IReadOnlyList<SqlStatement>? queries, PlanState untouched, CancellationToken cancellation)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        var plans = new PlanScratch(scratch, kata);
        if (queries is null)
            return new PlanState([await plans.ExplainAsync(answer.Statements[0], cancellation)]) { Indexes = untouched.Indexes };
        var run = await scratch.RunAsync(answer.Statements, isReadOnly: false, kata.Limits, cancellation);
        if (run.Failure is not null)
            return new PlanState([]) { Failure = run.Failure };
        await plans.GatherAsync(cancellation);
        var runs = new List<PlanRun>();
        foreach (var query in queries)
            runs.Add(await plans.ExplainAsync(query, cancellation));
        return await PlanState.ReadAsync(plans, untouched.Columns, cancellation) with { Runs = runs };
    }
}
