using System.Text.Json;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading.Probes;

/// <summary>Kind "probe": what the learner's schema accepts and refuses. Each probe has a connection and a transaction of its own, which is thrown away.</summary>
internal sealed class ProbeGrader(PostgresSession session, ISolutions solutions)
{
    private static readonly SqlStatement Begin = new("begin", 0);

    // A deferred constraint would speak at COMMIT only, which never comes.
    private static readonly SqlStatement CheckNow = new("set constraints all immediate", 0);

    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, SqlAnswer answer, CancellationToken cancellation)
    {
        List<Probe> probes = [.. ProbeFile.Read(Path.Combine(kata.Folder, KataFormat.Probes)), .. await HiddenAsync(kata)];
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        var run = await scratch.RunAsync(answer.Statements, isReadOnly: false, kata.Limits, cancellation);
        if (run.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = SqlFailureWords.Explain(failure, answer.Text, kata.Limits.Seconds) };

        var findings = await TryAllAsync(scratch, kata, probes, cancellation);
        if (findings.Count == 0)
            return blank with { Outcome = Outcome.Right };
        var tried = probes.Count(probe => probe.Sort != ProbeSort.Given);
        var given = findings.Any(finding => finding.Probe.Sort == ProbeSort.Given);
        return blank with
        {
            Outcome = Outcome.NotYet,
            Sentence = given ? null : $"{findings.Count} of {tried} things that were tried came out otherwise than {(findings.Count == 1 ? "it" : "they")} should.",
            Findings = [.. findings.Take(MostShown)],
            Remarks = [.. run.LeftTransactionOpen ? [LeftOpen] : Array.Empty<string>(), .. findings.Count > MostShown ? [$"{findings.Count - MostShown} more are not shown."] : Array.Empty<string>()],
        };
    }

    private const int MostShown = 4;

    private const string LeftOpen =
        "Your script begins a transaction and does not end it, so the database threw its changes away. End it with COMMIT.";

    /// <summary>The probes that learners do not see, for a library without solutions.</summary>
    public async Task<byte[]> PackAsync(Kata kata) => JsonSerializer.SerializeToUtf8Bytes(await HiddenAsync(kata));

    private Task<IReadOnlyList<Probe>> HiddenAsync(Kata kata) => solutions.ProvideAsync(kata, ReadAsync, bytes => JsonSerializer.Deserialize<IReadOnlyList<Probe>>(bytes)!);

    private static Task<IReadOnlyList<Probe>> ReadAsync(string folder)
    {
        var more = Path.Combine(folder, KataFormat.Probes);
        return Task.FromResult(File.Exists(more) ? ProbeFile.Read(more) : []);
    }

    private static async Task<List<ProbeFinding>> TryAllAsync(ScratchDatabase scratch, Kata kata, List<Probe> probes, CancellationToken cancellation)
    {
        var findings = new List<ProbeFinding>();
        // What is given comes first wherever it stands; without it nothing that follows would mean anything.
        foreach (var probe in probes.OrderBy(probe => probe.Sort != ProbeSort.Given))
        {
            if (probe.Sort != ProbeSort.Given && findings.Any(finding => finding.Probe.Sort == ProbeSort.Given))
                break;
            if (await TryAsync(scratch, kata, probe, cancellation) is not { } finding)
                continue;
            findings.Add(finding);
            // A trigger that never ends would take its time again with every probe.
            if (finding.Failure?.SqlState == PostgresErrorCodes.QueryCanceled)
                break;
        }
        return findings;
    }

    /// <returns>Null when it came out as it should.</returns>
    private static async Task<ProbeFinding?> TryAsync(ScratchDatabase scratch, Kata kata, Probe probe, CancellationToken cancellation)
    {
        IReadOnlyList<SqlStatement> statements = probe.Sort switch
        {
            ProbeSort.Given or ProbeSort.Holds => probe.Statements,
            _ => [Begin, .. probe.Statements, CheckNow],
        };
        var run = await scratch.RunAsync(statements, isReadOnly: probe.Sort == ProbeSort.Holds, kata.Limits, cancellation);
        var failure = run.Failure;
        var isGood = probe.Sort switch
        {
            ProbeSort.Refuse => failure is not null && probe.Wants(failure.SqlState) && (failure.Statement == probe.Statements[^1] || failure.Statement == CheckNow),
            ProbeSort.Holds => failure is null && run.Result is { Rows: [[var only]] } && only.Text is "true",
            _ => failure is null,
        };
        return isGood ? null : new ProbeFinding(probe, failure);
    }
}
