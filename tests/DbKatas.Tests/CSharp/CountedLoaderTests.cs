using DbKatas.Checks;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>A source that is counted and held back.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CountedLoaderTests
{
    private readonly CountedLoader<int, int> _loader = new(key => key * 10);

    [Test]
    public async Task Tells_of_a_call_by_its_number_whoever_asked_first()
    {
        var (first, third) = (_loader.FirstCall, _loader.Call(3));
        await _loader.LoadAsync(1);
        first.IsCompleted.ShouldBeTrue();
        await _loader.LoadAsync(2);
        third.IsCompleted.ShouldBeFalse();

        _loader.Call(2).IsCompleted.ShouldBeTrue("It has come already.");
        await _loader.LoadAsync(3);
        third.IsCompleted.ShouldBeTrue();
        _loader.Keys.ShouldBe([1, 2, 3]);
    }

    [Test]
    public async Task Misses_no_call_of_many_at_once()
    {
        for (var round = 0; round < 200; round++)
        {
            var loader = new CountedLoader<int, int>(key => key);
            var loading = Task.WhenAll(Enumerable.Range(0, 8).Select(key => Task.Run(() => loader.LoadAsync(key))));
            await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => loader.Call(number)))).WaitAsync(TimeSpan.FromSeconds(10));
            await loading;
        }
    }

    [Test]
    public async Task Counts_a_call_that_is_held_back()
    {
        _loader.Hold();
        var held = _loader.LoadAsync(4);

        _loader.FirstCall.IsCompleted.ShouldBeTrue();
        held.IsCompleted.ShouldBeFalse();
        _loader.Release();
        (await held).ShouldBe(40);
    }

    [Test]
    public async Task Fails_the_next_call_and_not_the_one_after()
    {
        _loader.FailOnce(new TimeoutException("busy"));

        (await Should.ThrowAsync<TimeoutException>(() => _loader.LoadAsync(1))).Message.ShouldBe("busy");
        (await _loader.LoadAsync(1)).ShouldBe(10);
    }
}
