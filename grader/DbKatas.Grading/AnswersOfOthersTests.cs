using DbKatas.Grader.Katas;
using NUnit.Framework;

namespace DbKatas.Grading;

/// <summary>
/// Says that C# answers of other people run without a sandbox, before they do: this fixture is the first by its name and alone. It is a test,
/// because of what a run says `dotnet test` shows what a test says that did not pass, and nothing else.
/// </summary>
public sealed class AnswersOfOthersTests
{
    [TestCaseSource(nameof(Warnings))]
    public void Warn(string warning) => Assert.Ignore(warning);

    /// <summary>In each category of a kata that it concerns.</summary>
    private static IEnumerable<TestCaseData> Warnings()
    {
        if (GradingRun.Warning is not { } warning)
            yield break;
        var test = new TestCaseData(warning).SetName("csharp-answers-without-a-sandbox");
        foreach (var category in GradingRun.Catalog.Katas.Where(kata => kata.Kind == KataKind.Code).SelectMany(KataCasesAttribute.Categories).Distinct())
            test.SetCategory(category);
        yield return test;
    }
}
