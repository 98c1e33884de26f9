using System.Text.Json;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>What happens in a kata's schedules with the reference, as bytes; its statements are not in them.</summary>
internal static class ScheduleRuns
{
    public static byte[] Write(IReadOnlyList<ScheduleRun> runs) => JsonSerializer.SerializeToUtf8Bytes(runs.Select(run => new StoredSchedule(
        [.. run.Steps.Select(step => new StoredStep(
            step.Number, step.Session, step.IsAnswers, step.Rows is { } rows ? StoredTable.Of(rows) : null,
            step.Failure is { } failure ? new StoredRefusal(failure.SqlState) : null, step.WaitedFor, step.IsFinished))],
        StoredTable.Of(run.Tables))));

    /// <param name="bytes">What <see cref="Write"/> made.</param>
    /// <param name="schedules">The kata's.</param>
    /// <returns>The run of each schedule, by its place.</returns>
    public static Func<int, Task<ScheduleRun>> Read(byte[] bytes, IReadOnlyList<Schedule> schedules)
    {
        var runs = JsonSerializer.Deserialize<IReadOnlyList<StoredSchedule>>(bytes)!;
        return place => Task.FromResult(new ScheduleRun(schedules[place], [.. runs[place].Steps.Select(Step)], [], StoredTable.Tables(runs[place].Tables)));
    }

    private static StepRun Step(StoredStep stored) => new(stored.Number, stored.Session, new SqlStatement("", 0), stored.IsAnswers)
    {
        Rows = stored.Rows?.ToTable(),
        Failure = stored.Refusal is { } refusal ? new SqlFailure(refusal.SqlState, "", null, null, null, null) : null,
        WaitedFor = stored.WaitedFor,
        IsFinished = stored.IsFinished,
    };

    private sealed record StoredSchedule(IReadOnlyList<StoredStep> Steps, Dictionary<string, StoredTable> Tables);

    private sealed record StoredStep(
        int Number, string Session, bool IsAnswers, StoredTable? Rows, StoredRefusal? Refusal, IReadOnlyList<string> WaitedFor, bool IsFinished);

    private sealed record StoredRefusal(string? SqlState);
}
