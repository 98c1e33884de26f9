using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>
/// Kind "schedule": several sessions whose steps are interleaved as the kata says, judged by rows, refusals, waits and the tables at the
/// end, beside the reference's. Each schedule has a database of its own; the first that goes wrong is told.
/// </summary>
/// <param name="session">The server.</param>
/// <param name="solutions">What answers are held against.</param>
internal sealed class ScheduleGrader(PostgresSession session, ISolutions solutions)
{
    public async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, SqlAnswer answer, CancellationToken cancellation)
    {
        var schedules = Schedules(kata);
        var expect = await solutions.ProvideAsync(
            kata, folder => Task.FromResult<Func<int, Task<ScheduleRun>>>(place => ExpectAsync(kata, folder, place, cancellation)), bytes => ScheduleRuns.Read(bytes, schedules));
        for (var i = 0; i < schedules.Count; i++)
        {
            var expected = await expect(i);
            var actual = await RunAsync(kata, schedules[i], answer, IsSteps(schedules), cancellation);
            if ((actual.Failure ?? actual.Run!.Steps.FirstOrDefault(DidNotRun)?.Failure) is { } refused)
                return blank with { Outcome = Outcome.DidNotRun, Failure = SqlFailureWords.Explain(refused, answer.Text, kata.Limits.Seconds) };
            if (Judge(kata, expected, actual.Run!, (i + 1, schedules.Count)) is { } finding)
                return blank with { Outcome = Outcome.NotYet, Findings = [finding] };
        }
        return blank with { Outcome = Outcome.Right };
    }

    /// <summary>What happens with the reference, for a library without solutions.</summary>
    public Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => solutions.ProvideAsync(kata, async folder =>
    {
        var runs = new List<ScheduleRun>();
        for (var place = 0; place < Schedules(kata).Count; place++)
            runs.Add(await ExpectAsync(kata, folder, place, cancellation));
        return ScheduleRuns.Write(runs);
    }, packed => packed);

    private static IReadOnlyList<Schedule> Schedules(Kata kata) => ScheduleFile.Read(Path.Combine(kata.Folder, KataFormat.Schedule));

    /// <summary>True where the answer's statements are steps of the sessions, and not run beforehand.</summary>
    private static bool IsSteps(IReadOnlyList<Schedule> schedules) => schedules.Any(schedule => schedule.Steps.Any(step => step.Sort != StepSort.Statement));

    private async Task<ScheduleRun> ExpectAsync(Kata kata, string folder, int place, CancellationToken cancellation)
    {
        var reference = ReferenceYardstick.Read(folder, kata);
        var schedules = Schedules(kata);
        var expected = await RunAsync(kata, schedules[place], reference, IsSteps(schedules), cancellation);
        return expected.Failure is null && !expected.Run!.Steps.Any(step => IsTimedOut(step) || DidNotRun(step))
            ? expected.Run
            : throw ReferenceFault.Of(kata, reference, expected.Failure ?? expected.Run!.Steps.First(step => step.Failure is not null).Failure);
    }

    private static ScheduleFinding? Judge(Kata kata, ScheduleRun expected, ScheduleRun actual, (int Number, int Of) place)
    {
        var faults = ScheduleJudge.Faults(expected, actual);
        var tables = new Expectation(expected.Tables).Compare(actual.Tables, ComparisonRules.Bag);
        return faults.Count + tables.Count == 0 ? null : new ScheduleFinding(actual, place, faults, tables) { LimitSeconds = kata.Limits.Seconds };
    }

    /// <summary>A statement of the answer that PostgreSQL can't make sense of, whoever else is there.</summary>
    private static bool DidNotRun(StepRun step) => step is { IsAnswers: true, Failure.SqlState: ['4', '2', ..] };

    private static bool IsTimedOut(StepRun step) => step.Failure?.SqlState == PostgresErrorCodes.QueryCanceled;

    private async Task<(ScheduleRun? Run, SqlFailure? Failure)> RunAsync(Kata kata, Schedule schedule, SqlAnswer answer, bool isSteps, CancellationToken cancellation)
    {
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        if (isSteps)
            return (await new ScheduleRunner(schedule, answer.Statements, kata.Limits).RunAsync(session, scratch, cancellation), null);
        var prepared = await scratch.RunAsync(answer.Statements, isReadOnly: false, kata.Limits, cancellation);
        return prepared.Failure is { } failure ? (null, failure)
            : (await new ScheduleRunner(schedule, [], kata.Limits).RunAsync(session, scratch, cancellation), null);
    }
}
