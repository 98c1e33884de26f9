using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;

namespace DbKatas.Grading;

/// <summary>One test a kata: red until the answer is right, ignored while the stub is untouched.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class KataTests
{
    [TestCaseSource(nameof(Katas))]
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

    [TestCaseSource(nameof(FaultyFolders))]
    public void Load(Verdict trouble) => throw new NotRightException(VerdictText.Write(trouble, Screen.Ink));

    private static IEnumerable<TestCaseData> Katas() => GradingRun.Catalog.Katas.Select(kata =>
    {
        var test = new TestCaseData(kata).SetName(kata.Id).SetDescription(kata.Title);
        foreach (var category in Categories(kata))
            test.SetCategory(category);
        // The IDE's "go to test" opens the answer.
        return test.SetProperty("_CodeFilePath", GradingRun.Library.AnswerPath(kata)).SetProperty("_LineNumber", 1);
    });

    internal static IEnumerable<string> Categories(Kata kata) =>
        new[] { kata.Track, kata.Topic, $"level-{kata.Level}" }.Concat(kata.Engines).Concat(kata.Topics).Distinct();

    private static IEnumerable<TestCaseData> FaultyFolders() => GradingRun.Catalog.Faults.GroupBy(fault => fault.Id)
        .Select(faults => new TestCaseData(Grader.Grading.Grader.Trouble(faults)).SetName(faults.Key.Length > 0 ? faults.Key.Replace(' ', '_') : "katas"));

    /// <summary>A failure whose message is all there is to read: a stack trace of the grader would only stand in the learner's way.</summary>
    private sealed class NotRightException(string message) : AssertionException(message)
    {
        public override string StackTrace => "";
    }
}
