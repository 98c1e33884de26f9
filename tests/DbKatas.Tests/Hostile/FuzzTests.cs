using DbKatas.Hostile.Fuzzing;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>A short run of what the benchmarks do at length: spoilt files get words and never an exception.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FuzzTests
{
    private static IEnumerable<TestCaseData> Targets() => FuzzTargets.All.Select(target => new TestCaseData(target).SetArgDisplayNames(target.Name.Replace(' ', '-')));

    [TestCaseSource(nameof(Targets))]
    public void Spoilt_texts_are_read_or_refused_in_words(object target)
    {
        var result = FuzzRun.Of((FuzzTarget)target, Repository.Folder, inputs: 2_000, seed: 20_260_301);

        result.Unhandled.Select(finding => $"{finding.Exception}\n{finding.Input}").ShouldBeEmpty();
    }
}
