using DbKatas.Grader.Comparing;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

/// <summary>So many rows that all processors share the work: every row is told apart as it is among few, and the same each time.</summary>
public class ManyRowsTests
{
    private const int Rows = 30_000;

    private static ResultTable Table(IEnumerable<object?[]> rows) => A.Table("id", "name", "total").Rows(rows);

    private static object?[] Row(int i) => [i, $"customer {i % 100}", i % 1_000 * 0.25m];

    private static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    [Test]
    public void Changed_missing_and_extra_rows_are_each_told_apart()
    {
        var expected = Table(Enumerable.Range(0, Rows).Select(Row));
        // Of every hundred one has another total, one is not there, and one is there a second time; a hundred are new.
        var rows = Enumerable.Range(0, Rows).Where(i => i % 100 != 1).Select(i => i % 100 == 0 ? [i, $"customer {i % 100}", -1m] : Row(i));
        var actual = Table(Shuffled([.. rows, .. Enumerable.Range(0, Rows / 100).Select(i => Row((i * 100) + 2)), .. Enumerable.Range(Rows, 100).Select(Row)], 7));

        var difference = Compare(expected, actual);

        difference.Key.ShouldBe([0]);
        difference.Changed.Select(row => row.Expected[0].Text).ShouldBe(Enumerable.Range(0, Rows / 100).Select(i => $"{i * 100}"), "in the expected order");
        difference.Changed.ShouldAllBe(row => row.Cells.Single() == 2);
        difference.Missing.Select(row => row.Cells[0].Text).ShouldBe(Enumerable.Range(0, Rows / 100).Select(i => $"{(i * 100) + 1}"), "in the expected order");
        difference.Extra.Count(row => row is { Count: 1, Matched: 1 }).ShouldBe(Rows / 100);
        difference.Extra.Count(row => row is { Count: 1, Matched: 0 }).ShouldBe(100);
        difference.MatchingRows.ShouldBe(Rows - (Rows / 100 * 2));
    }

    [Test]
    public void Rows_that_are_all_changed_are_paired_by_the_column_that_tells_them_apart()
    {
        var expected = Table(Enumerable.Range(0, Rows).Select(i => new object?[] { i % 10, $"customer {i}", 1m }));
        var actual = Table(Shuffled(Enumerable.Range(0, Rows).Select(i => new object?[] { i % 10, $"customer {i}", 2m }), 8));

        var difference = Compare(expected, actual);

        difference.Key.ShouldBe([1]);
        difference.Changed.Count.ShouldBe(Rows);
        difference.Changed.ShouldAllBe(row => row.Expected[1].Text == row.Actual[1].Text && row.Cells.Count == 1);
        (difference.MissingRows, difference.ExtraRows).ShouldBe((0, 0));
    }

    [Test]
    public void Rows_that_repeat_are_counted()
    {
        var expected = Table(Enumerable.Range(0, Rows).Select(i => Row(i % 10)));
        var actual = Table(Enumerable.Range(0, Rows).Select(i => Row(i % 11)));

        var difference = Compare(expected, actual);

        difference.Extra.ShouldHaveSingleItem().Count.ShouldBe(Rows / 11);
        difference.MissingRows.ShouldBe(Rows / 11);
    }
}
