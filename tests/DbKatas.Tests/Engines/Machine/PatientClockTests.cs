using DbKatas.Grader.Engines.Machine;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Engines.Machine;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class PatientClockTests
{
    private TimeSpan _now;
    private TimeSpan? _stalled = TimeSpan.Zero;

    private PatientClock Started()
    {
        var clock = new PatientClock(() => _now, () => _stalled);
        clock.Start();
        return clock;
    }

    [TestCase(0, 10)]
    [TestCase(4, 10)]
    [TestCase(5, 10)]
    [TestCase(7.5, 10 / 3.5)]
    [TestCase(10, 10 / 6.0)]
    [TestCase(99, 10 / 6.0)]
    public void Counts_less_where_others_wait_for_a_processor_most_of_the_time(double stalled, double counted)
    {
        var clock = Started();

        (_now, _stalled) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(stalled));

        clock.Elapsed.TotalSeconds.ShouldBe(counted, 0.001);
    }

    [Test]
    public void Goes_like_any_clock_where_nobody_knows_who_waits()
    {
        _stalled = null;
        var clock = Started();

        _now = TimeSpan.FromSeconds(10);

        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Stands_still_between_stop_and_start()
    {
        var clock = Started();
        _now = TimeSpan.FromSeconds(1);
        clock.Stop();
        _now = TimeSpan.FromSeconds(50);
        clock.Start();
        _now = TimeSpan.FromSeconds(52);

        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Test]
    public void Adds_up_crowded_and_quiet_times()
    {
        var clock = Started();
        (_now, _stalled) = (TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(6));
        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(1));
        _now = TimeSpan.FromSeconds(8);

        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Test]
    public void Reads_this_machine()
    {
        var clock = PatientClock.OfThisMachine();
        clock.Elapsed.ShouldBe(TimeSpan.Zero);
        clock.Start();

        SpinWait.SpinUntil(() => clock.Elapsed > TimeSpan.Zero, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }
}
