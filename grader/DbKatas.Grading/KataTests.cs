using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;

namespace DbKatas.Grading;

/// <summary>One test a kata: red until the answer is right, ignored while the stub is untouched.</summary>
[TopicFixtures]
[Parallelizable(ParallelScope.Children)]
public class KataTests
{
    [KataCases]
    public async Task Grade(Kata kata)
    {
        var verdict = await GradingRun.Grader.GradeAsync(kata, GradingRun.Library.AnswerPath(kata), TestContext.CurrentContext.CancellationToken);
        GradingRun.Progress?.Record(verdict);
        if (verdict.Outcome == Outcome.NotStarted)
        {
            // No message: a fresh clone's run would repeat it for every kata.
            Assert.Ignore("");
        }
        if (GradingRun.Warning is { } warning && kata.Kind == KataKind.Code)
            await TestContext.Out.WriteLineAsync(warning);
        foreach (var remark in verdict.Remarks)
            await TestContext.Out.WriteLineAsync(remark);
        if (verdict.Outcome != Outcome.Right)
            throw new NotRightException(VerdictText.Write(verdict, Screen.Ink));
    }
}
