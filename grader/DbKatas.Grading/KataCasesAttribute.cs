using DbKatas.Grader.Katas;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace DbKatas.Grading;

/// <summary>One test for each kata of the fixture's topic, called by its id.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KataCasesAttribute : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private readonly NUnitTestCaseBuilder _builder = new();

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var topic = TopicFixturesAttribute.TopicOf(suite?.TypeInfo?.Type ?? method.TypeInfo.Type);
        return GradingRun.Catalog.Katas.Where(kata => kata.TopicPath == topic).Select(kata => _builder.BuildTestMethod(method, suite, Case(kata)));
    }

    internal static IEnumerable<string> Categories(Kata kata) =>
        new[] { kata.Track, kata.Topic, $"level-{kata.Level}" }.Concat(kata.Engines).Concat(kata.Topics).Distinct();

    private static TestCaseData Case(Kata kata)
    {
        var test = new TestCaseData(kata).SetName(kata.Id).SetDescription(kata.Title);
        foreach (var category in Categories(kata))
            test.SetCategory(category);
        // The IDE's "go to test" opens the answer.
        return test.SetProperty("_CodeFilePath", GradingRun.Library.AnswerPath(kata)).SetProperty("_LineNumber", 1);
    }
}
