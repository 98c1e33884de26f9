using DbKatas.Grader.Comparing;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Comparing;

public class KeyspaceComparerTests
{
    private static readonly KeyExpiry Never = new(null, 0, 5);

    private static KeyState Text(string value, KeyExpiry? expiry = null) => new(KeyTypes.Text, A.Table("value").Row(value), expiry ?? Never);

    private static IReadOnlyList<KeyDifference> Compare(Dictionary<string, KeyState> expected, Dictionary<string, KeyState> actual, int tolerance = 0) =>
        KeyspaceComparer.Compare(expected, actual, null, KeyspaceRules.Plain with { ExpirySeconds = tolerance });

    [Test]
    public void Same_keys_with_the_same_content_agree() =>
        Compare(new() { ["a"] = Text("1"), ["b"] = Text("2") }, new() { ["b"] = Text("2"), ["a"] = Text("1") }).ShouldBeEmpty();

    [Test]
    public void Every_difference_is_found_in_the_order_of_the_names()
    {
        var found = Compare(
            new() { ["d"] = Text("1"), ["c"] = Text("1"), ["b"] = Text("1"), ["same"] = Text("1") },
            new() { ["a"] = Text("1"), ["c"] = Text("2"), ["b"] = new KeyState(KeyTypes.Set, A.Table("member").Row("1"), Never), ["same"] = Text("1") });

        found.Select(difference => difference.Key).ShouldBe(["a", "b", "c", "d"]);
        found[0].Expected.ShouldBeNull();
        found[1].Content.ShouldBeNull("another type can't be compared part by part");
        found[2].Content.ShouldNotBeNull();
        found[3].Actual.ShouldBeNull();
    }

    [TestCase("5", "05")]
    [TestCase("5", "5 ")]
    [TestCase("5", "5.0")]
    public void Texts_agree_only_when_they_are_the_same(string expected, string actual) =>
        Compare(new() { ["a"] = Text(expected) }, new() { ["a"] = Text(actual) }).Count.ShouldBe(1);

    [Test]
    public void Never_and_some_time_are_told_apart_whatever_the_tolerance() =>
        Compare(new() { ["a"] = Text("1") }, new() { ["a"] = Text("1", new KeyExpiry(1_000, 0, 5)) }, tolerance: 86_400).Single().ExpiryDiffers.ShouldBeTrue();

    // Both asked for 30 s. The second machine stood still for ten seconds in the middle of its run.
    [TestCase(30_002, 0, 4, 130_001, 100_000, 110_000, true)]
    // 30 s and 31 s.
    [TestCase(30_002, 0, 4, 131_001, 100_000, 100_004, false)]
    // 30 s and 30 000 s.
    [TestCase(30_002, 0, 4, 30_100_001, 100_000, 100_004, false)]
    // The same moment, named by both.
    [TestCase(2_000_000, 0, 4, 2_000_000, 100_000, 100_004, true)]
    public void A_slow_run_widens_what_may_have_been_asked_for_and_never_moves_it(
        long expectedAt, long expectedBegin, long expectedEnd, long actualAt, long actualBegin, long actualEnd, bool agrees)
    {
        var expected = new KeyExpiry(expectedAt, expectedBegin, expectedEnd);
        var actual = new KeyExpiry(actualAt, actualBegin, actualEnd);

        expected.Agrees(actual, 0).ShouldBe(agrees);
        actual.Agrees(expected, 0).ShouldBe(agrees);
    }

    [TestCase(5, true)]
    [TestCase(4, false)]
    public void The_tolerance_is_the_katas(int tolerance, bool agrees) =>
        new KeyExpiry(30_000, 0, 0).Agrees(new KeyExpiry(35_000, 0, 0), tolerance).ShouldBe(agrees);

    [TestCase(1_800_002, 0, 5, 1_800_000)]
    [TestCase(45_002, 0, 5, 45_000)]
    [TestCase(1_502, 2, 2, 1_500)]
    [TestCase(86_400_900, 0, 1_000, 86_400_000)]
    public void The_likely_time_is_the_roundest_that_fits(long at, long begin, long end, long likely) => new KeyExpiry(at, begin, end).Likely.ShouldBe(likely);
}
