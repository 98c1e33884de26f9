using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading.Plans;
using DbKatas.Grader.Grading.Probes;
using DbKatas.Grader.Grading.Schedules;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading;

/// <summary>Judges answers in SQL, on PostgreSQL.</summary>
/// <param name="postgres">Asked for a server only when an answer needs to run.</param>
/// <param name="solutions">What answers are held against.</param>
/// <param name="explains">False where only outcomes count, as when katas are verified.</param>
public sealed class SqlKataGrader(PostgresEngine postgres, ISolutions solutions, bool explains = true) : IKataGrader
{
    private readonly SharedWork<PlanState> _plans = new();

    public bool Judges(Kata kata) =>
        kata.Engines is [PostgresEngine.Name] &&
        kata.Kind is KataKind.Result or KataKind.State or KataKind.Probe or KataKind.Plan or KataKind.Schedule;

    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
    {
        var answer = SqlAnswer.Read(answerPath);
        if (answer.Statements.Count == 0)
            return blank with { Outcome = Outcome.NotStarted, Sentence = NothingWritten(answer) };
        return await postgres.Turns.UndisturbedAsync(isAlone => JudgeAsync(blank, kata, answer, isAlone, cancellation), cancellation);
    }

    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => postgres.Turns.BesideOthersAsync(async () =>
    {
        var session = await postgres.SessionAsync(cancellation);
        try
        {
            return await PackAsync(session, kata, cancellation);
        }
        catch (NpgsqlException broken)
        {
            throw await ServerTrouble.ExplainAsync(session, broken, cancellation);
        }
    }, cancellation);

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, SqlAnswer answer, bool isAlone, CancellationToken cancellation)
    {
        if (!postgres.IsOpen)
            KataDataStore.ReadAhead(kata);
        var session = await postgres.SessionAsync(cancellation);
        session.IsAlone = isAlone;
        blank = blank with { GradedBy = session.Description, ServerNote = session.Note };
        if (kata.Needs.TryGetValue(PostgresEngine.Name, out var oldest) && session.MajorVersion < oldest)
            return blank with { Outcome = Outcome.NeedsServer, Sentence = NeedsVersion(oldest, session) };
        try
        {
            return await JudgeAsync(session, blank, kata, answer, cancellation);
        }
        catch (AnswerTooSlowException slow)
        {
            return blank with { Outcome = Outcome.DidNotRun, Sentence = slow.Message };
        }
        catch (ResultTooLargeException tooLarge)
        {
            return blank with { Outcome = Outcome.DidNotRun, Sentence = $"Your answer ran, and what it leaves in the tables can't be compared: {tooLarge.Message}." };
        }
        catch (Exception lost) when (lost is NpgsqlException or DisturbedException && session.EndedByThisAnswersData)
        {
            var failure = new SqlFailure(PostgresErrorCodes.DiskFull, lost.Message, null, null, null, null);
            return blank with { Outcome = Outcome.DidNotRun, Failure = SqlFailureWords.Explain(failure, answer.Text, kata.Limits.Seconds) };
        }
        catch (Exception broken) when (ServerTrouble.MayBe(broken))
        {
            throw await ServerTrouble.ExplainAsync(session, broken, cancellation);
        }
        finally
        {
            session.IsAlone = false;
        }
    }

    private async Task<Verdict> JudgeAsync(PostgresSession session, Verdict blank, Kata kata, SqlAnswer answer, CancellationToken cancellation) => kata.Kind switch
    {
        KataKind.Result => await new ResultGrader(session, await YardstickAsync(kata), explains, postgres.Turns).JudgeAsync(blank, kata, answer, cancellation),
        KataKind.State => await new StateGrader(session, await YardstickAsync(kata), explains, postgres.Turns).JudgeAsync(blank, kata, answer, cancellation),
        KataKind.Probe => await new ProbeGrader(session, solutions).JudgeAsync(blank, kata, answer, cancellation),
        KataKind.Plan => await new PlanGrader(session, solutions, _plans).JudgeAsync(blank, kata, answer, cancellation),
        _ => await new ScheduleGrader(session, solutions).JudgeAsync(blank, kata, answer, cancellation),
    };

    private Task<ISqlYardstick> YardstickAsync(Kata kata) => solutions.ProvideAsync<ISqlYardstick>(
        kata, folder => Task.FromResult<ISqlYardstick>(new ReferenceYardstick(ReferenceYardstick.Read(folder, kata))), PackedYardstick.Read);

    private async Task<byte[]> PackAsync(PostgresSession session, Kata kata, CancellationToken cancellation) => kata.Kind switch
    {
        KataKind.Probe => await new ProbeGrader(session, solutions).PackAsync(kata),
        KataKind.Plan => await new PlanGrader(session, solutions, _plans).PackAsync(kata, cancellation),
        KataKind.Schedule => await new ScheduleGrader(session, solutions).PackAsync(kata, cancellation),
        _ => await solutions.ProvideAsync(kata, folder => PackedYardstick.WriteAsync(session, kata, folder, cancellation), packed => packed),
    };

    private static string NothingWritten(SqlAnswer answer) =>
        string.IsNullOrWhiteSpace(answer.Text)
            ? $"{TextFile.Shown(answer.Path)} is empty. Write your answer in it and save."
            : $"{TextFile.Shown(answer.Path)} holds only comments so far. Write your answer below them and save.";

    private static string NeedsVersion(int oldest, PostgresSession session) =>
        $"This kata needs PostgreSQL {oldest} or newer, and this run has {session.Description}. Bring one with: ./kata setup";
}
