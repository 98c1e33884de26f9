using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Grading.Schedules;

/// <summary>
/// Holds one run of a schedule against the reference's. The schedule's own steps must agree one by one: rows, refusal, and no wait that
/// the reference does not need. Of the answer's steps, whose number differs from answer to answer, only refusals and waits count.
/// </summary>
internal static class ScheduleJudge
{
    /// <returns>The faults in the order in which they happened.</returns>
    public static IReadOnlyList<ScheduleFault> Faults(ScheduleRun expected, ScheduleRun actual)
    {
        var own = Own(expected).Zip(Own(actual), Compare).OfType<ScheduleFault>();
        // Which of several sessions has to wait depends on how many statements an answer has; that somebody has to does not.
        var mayWait = expected.Steps.Any(step => step.IsAnswers && step.WaitedFor.Count > 0);
        var answers = actual.Schedule.Sessions.SelectMany(session => CompareAnswer(Answers(expected, session), Answers(actual, session), mayWait));
        var order = actual.Events.Select(told => told.Step).ToList();
        return [.. own.Concat(answers).OrderBy(fault => order.IndexOf(fault.Step) is var at && at < 0 ? int.MaxValue : at)];
    }

    private static IEnumerable<StepRun> Own(ScheduleRun run) => run.Steps.Where(step => !step.IsAnswers).OrderBy(step => step.Number);

    private static List<StepRun> Answers(ScheduleRun run, string session) => [.. run.Steps.Where(step => step.IsAnswers && step.Session == session)];

    private static ScheduleFault? Compare(StepRun wanted, StepRun step)
    {
        if (Hangs(step))
            return Hangs(wanted) ? null : new ScheduleFault(ScheduleFaultSort.StillWaits, step);
        if (step.Failure is { } failure && (failure.SqlState is null || failure.SqlState != wanted.Failure?.SqlState))
            return new ScheduleFault(ScheduleFaultSort.Refused, step, wanted.Failure?.SqlState);
        // A step that never had its turn: the session's earlier step is the fault.
        if (!step.IsFinished)
            return null;
        if (wanted.Failure is { } refusal && step.Failure is null)
            return new ScheduleFault(ScheduleFaultSort.NotRefused, step, refusal.SqlState);
        if (step.WaitedFor.Count > 0 && wanted.WaitedFor.Count == 0)
            return new ScheduleFault(ScheduleFaultSort.Waits, step);
        if (wanted.Rows is null || step.Rows is null)
            return null;
        var difference = TableComparer.Compare(wanted.Rows, step.Rows, ComparisonRules.Bag);
        return difference.IsEqual ? null : new ScheduleFault(ScheduleFaultSort.Rows, step, null, difference);
    }

    private static IEnumerable<ScheduleFault> CompareAnswer(List<StepRun> wanted, List<StepRun> steps, bool mayWait)
    {
        if (steps.FirstOrDefault(Hangs) is { } hanging && !wanted.Any(Hangs))
            yield return new ScheduleFault(ScheduleFaultSort.StillWaits, hanging);
        // A refusal after which the answer was run again to its end is none.
        var (refused, refusal) = (LastRefused(steps), LastRefused(wanted)?.Failure!.SqlState);
        if (refused is not null && (refused.Failure!.SqlState is null || refused.Failure.SqlState != refusal))
            yield return new ScheduleFault(ScheduleFaultSort.Refused, refused, refusal);
        else if (refused is null && refusal is not null && steps.Count > 0)
            yield return new ScheduleFault(ScheduleFaultSort.NotRefused, steps[^1], refusal);
        else if (!mayWait && steps.FirstOrDefault(step => step.WaitedFor.Count > 0 && step.IsFinished) is { } waiting)
            yield return new ScheduleFault(ScheduleFaultSort.Waits, waiting);
    }

    /// <summary>The refusal that ended a session's last try at the answer.</summary>
    private static StepRun? LastRefused(List<StepRun> steps) => steps.LastOrDefault(step => step.IsFinished || step.Failure is not null) is { Failure: not null } last ? last : null;

    private static bool Hangs(StepRun step) => step.WaitedFor.Count > 0 && !step.IsFinished;
}
