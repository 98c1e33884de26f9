using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading.Plans;
using DbKatas.Grader.Grading.Probes;
using DbKatas.Grader.Grading.Schedules;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Judges answers in SQL, on PostgreSQL.</summary>
/// <param name="postgres">Asked for a server only when an answer needs to run.</param>
/// <param name="solutionsRoot">The folder with the reference answers, in folders named by the katas' ids.</param>
/// <param name="explains">False where only outcomes count, as when katas are verified.</param>
public sealed class SqlKataGrader(PostgresEngine postgres, string solutionsRoot, bool explains = true) : IKataGrader
{
    public bool Judges(Kata kata) =>
        kata.Engines is [PostgresEngine.Name] &&
        kata.Kind is KataKind.Result or KataKind.State or KataKind.Probe or KataKind.Plan or KataKind.Schedule;

    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation)
    {
        var answer = SqlAnswer.Read(answerPath);
        if (answer.Statements.Count == 0)
            return blank with { Outcome = Outcome.NotStarted, Sentence = NothingWritten(answer) };
        var reference = ReadReference(kata);
        var session = await postgres.SessionAsync(cancellation);
        blank = blank with { GradedBy = session.Description, ServerNote = session.Note };
        if (kata.Needs.TryGetValue(PostgresEngine.Name, out var oldest) && session.MajorVersion < oldest)
            return blank with { Outcome = Outcome.NeedsServer, Sentence = NeedsVersion(oldest, session) };
        return await (kata.Kind switch
        {
            KataKind.Result => new ResultGrader(session, explains).JudgeAsync(blank, kata, answer, reference, cancellation),
            KataKind.State => new StateGrader(session, explains).JudgeAsync(blank, kata, answer, reference, cancellation),
            KataKind.Probe => new ProbeGrader(session, solutionsRoot).JudgeAsync(blank, kata, answer, cancellation),
            KataKind.Plan => new PlanGrader(session).JudgeAsync(blank, kata, answer, reference, cancellation),
            _ => new ScheduleGrader(session).JudgeAsync(blank, kata, answer, reference, cancellation),
        });
    }

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private SqlAnswer ReadReference(Kata kata)
    {
        var path = Path.Combine(solutionsRoot, kata.Id, kata.AnswerFile);
        try
        {
            return SqlAnswer.Read(path);
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException(
                $"The reference answer {TextFile.Shown(path)} {unreadable.Message} Answers are judged against it: " +
                "say where it is with --solutions, or restore it.", unreadable);
        }
    }

    private static string NothingWritten(SqlAnswer answer) =>
        string.IsNullOrWhiteSpace(answer.Text)
            ? $"{TextFile.Shown(answer.Path)} is empty. Write your answer in it and save."
            : $"{TextFile.Shown(answer.Path)} holds only comments so far. Write your answer below them and save.";

    private static string NeedsVersion(int oldest, PostgresSession session) =>
        $"This kata needs PostgreSQL {oldest} or newer, and this run has {session.Description}. Bring one with: ./kata setup";
}
