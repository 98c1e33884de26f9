using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using NUnit.Framework;

namespace DbKatas.Grading;

/// <summary>One red test for each folder that is no kata: nobody's answer could be judged there.</summary>
public sealed class FaultTests
{
    [TestCaseSource(nameof(FaultyFolders))]
    public void Load(Verdict trouble) => throw new NotRightException(VerdictText.Write(trouble, Screen.Ink));

    private static IEnumerable<TestCaseData> FaultyFolders() => GradingRun.Catalog.Faults.GroupBy(fault => fault.Id)
        .Select(faults => new TestCaseData(Grader.Grading.Grader.Trouble(faults)).SetName(faults.Key.Length > 0 ? faults.Key.Replace(' ', '_') : "katas"));
}
