using DbKatas.Hostile;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>
/// Each hostile answer is graded side by side with ordinary ones: it gets a verdict in plain words, and they get the verdicts that they get alone,
/// while it runs and after it.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class HostileAnswersTests
{
    private static readonly HostileCorpus Corpus = new(Repository.Folder);

    private readonly HostileRun _run = new(Corpus, TestServers.Grader(Corpus.Library.Solutions));

    private static IEnumerable<TestCaseData> Answers() =>
        Corpus.Answers.Select(answer => new TestCaseData(answer).SetArgDisplayNames($"{answer.Sort}-{answer.Name}"));

    [OneTimeSetUp]
    public Task GradeTheOrdinaryOnesAloneAsync() => _run.PrepareAsync(default);

    [TestCaseSource(nameof(Answers))]
    public async Task Comes_to_nothing(object hostile)
    {
        var answer = (HostileAnswer)hostile;

        var result = await _run.TryAsync(answer, default);

        result.Verdict.Outcome.ShouldBe(answer.Expected, result.Words);
        result.Words.ShouldBeApprovedAs($"Hostile/approved/{answer.Sort}-{answer.Name}");
        result.Beside.ShouldBe(result.Alone);
        result.After.ShouldBe(result.Alone);
    }
}
