using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Plans;
using DbKatas.Grader.Grading.Probes;
using DbKatas.Grader.Grading.Quizzes;
using DbKatas.Grader.Grading.Schedules;

namespace DbKatas.Grader.Feedback;

/// <summary>The words for what is not right yet, whatever the kata's kind.</summary>
internal static class FindingText
{
    public static string Write(Finding finding, Ink ink) => finding switch
    {
        ProbeFinding probe => ProbeText.Write(probe, ink),
        QuizFinding choice => QuizText.Write(choice, ink),
        PlanFinding plan => PlanText.Write(plan, ink),
        ScheduleFinding schedule => ScheduleText.Write(schedule, ink),
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };
}
