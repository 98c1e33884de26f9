using DbKatas.Grader.Engines.Containers;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Containers;

public sealed class ReadinessTests
{
    private static readonly Readiness Patient = new(TimeSpan.FromMinutes(5), TimeSpan.Zero);

    [Test]
    public async Task Asks_until_the_server_answers()
    {
        var asked = 0;

        (await Patient.WaitAsync(_ => Task.FromResult(++asked == 30), _ => Task.FromResult(true), default)).ShouldBeTrue();

        asked.ShouldBe(30);
    }

    [Test]
    public async Task Does_not_wait_for_a_server_that_has_ended() =>
        (await Patient.WaitAsync(_ => Task.FromResult(false), _ => Task.FromResult(false), default)).ShouldBeFalse();

    [Test]
    public async Task Ends_when_the_patience_is_over() =>
        (await new Readiness(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(1)).WaitAsync(_ => Task.FromResult(false), _ => Task.FromResult(true), default)).ShouldBeFalse();
}
