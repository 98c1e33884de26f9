using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>What became of one step.</summary>
/// <param name="Number">From 1, in the order in which the steps are asked for.</param>
/// <param name="Session">Who runs it.</param>
/// <param name="Statement">What is run, with its values.</param>
/// <param name="IsAnswers">True for a statement of the answer, false for one of the schedule's own.</param>
public sealed record StepRun(int Number, string Session, SqlStatement Statement, bool IsAnswers)
{
    /// <summary>What it returned; null for a statement that returns no rows by nature.</summary>
    public ResultTable? Rows { get; set; }

    /// <summary>Why it was refused.</summary>
    public SqlFailure? Failure { get; set; }

    /// <summary>The sessions that it had to wait for; empty when it went through at once.</summary>
    public IReadOnlyList<string> WaitedFor { get; set; } = [];

    /// <summary>False when it never began, or still waited when the schedule was over.</summary>
    public bool IsFinished { get; set; }
}

/// <summary>A line of the story of a run.</summary>
public sealed record ScheduleEvent(StepRun Step, EventSort Sort);

public enum EventSort
{
    /// <summary>The step ran from beginning to end.</summary>
    Ran,

    /// <summary>The step began and came to a lock.</summary>
    Waits,

    /// <summary>The lock was free, and the step ended.</summary>
    GoesOn,

    /// <summary>The application took its transaction back, because a statement of the answer was refused.</summary>
    RolledBack,
}

/// <summary>A schedule that has been run.</summary>
/// <param name="Schedule">Which.</param>
/// <param name="Steps">All its steps, in the order in which they were asked for.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Tables">What the tables hold afterwards.</param>
public sealed record ScheduleRun(
    Schedule Schedule, IReadOnlyList<StepRun> Steps, IReadOnlyList<ScheduleEvent> Events, IReadOnlyDictionary<string, ResultTable> Tables);
