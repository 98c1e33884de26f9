using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>A schedule that came out otherwise than with the reference.</summary>
/// <param name="Run">What happened.</param>
/// <param name="Place">Which of the kata's schedules it is, from 1, and how many there are.</param>
/// <param name="Faults">Where it went wrong, in order; none when only the tables differ.</param>
/// <param name="Tables">How the tables differ at the end.</param>
public sealed record ScheduleFinding(
    ScheduleRun Run, (int Number, int Of) Place, IReadOnlyList<ScheduleFault> Faults, IReadOnlyList<TableDifference> Tables) : Finding
{
    /// <summary>The time that an answer has, for the fault of one that takes longer.</summary>
    public int LimitSeconds { get; init; }
}

/// <param name="Sort">What is wrong.</param>
/// <param name="Step">Where.</param>
/// <param name="Expected">The SQLSTATE with which the step should have been refused; null where it should have gone through.</param>
/// <param name="Difference">How its rows differ.</param>
public sealed record ScheduleFault(ScheduleFaultSort Sort, StepRun Step, string? Expected = null, Difference? Difference = null);

public enum ScheduleFaultSort
{
    /// <summary>Refused, and should not be, or not with this SQLSTATE.</summary>
    Refused,

    /// <summary>Went through, and should have been refused.</summary>
    NotRefused,

    /// <summary>Came to a lock, and nobody should have to wait there.</summary>
    Waits,

    /// <summary>Still waited when all steps were done.</summary>
    StillWaits,

    /// <summary>Gave other rows.</summary>
    Rows,
}
