using System.Globalization;
using DbKatas.Grader.Comparing;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

/// <summary>Matching rows that are equal only within a tolerance: bags of any size, in any order, and nothing accepted besides.</summary>
public class LooseMatchingTests
{
    private static object?[] Row(int i, double noise) =>
        [i % 7, Math.Sqrt(i) * (1 + noise), Math.Sin(i) * (1 - noise), i % 3 == 0 ? null : i / 3.0 * (1 + noise)];

    private static ResultTable Noisy(int count, double noise, int seed)
    {
        object?[][] rows = [.. Enumerable.Range(0, count).Select(i => Row(i, noise))];
        new Random(seed).Shuffle(rows);
        return A.Table("a", "b", "c", "d").Rows(rows);
    }

    [Test]
    public void Shuffled_rows_whose_floats_all_differ_in_the_last_digits_are_equal([Values(1, 2, 3)] int seed) =>
        Compare(Noisy(20_000, 0, 0), Noisy(20_000, 4e-13, seed)).IsEqual.ShouldBeTrue();

    [Test]
    public void Shuffled_rows_beyond_the_tolerance_all_differ() =>
        Compare(Noisy(2_000, 0, 0), Noisy(2_000, 1e-9, 1)).MatchingRows.ShouldBe(1, "only the row of zeros is exact");

    [Test]
    public void One_changed_row_among_many_noisy_ones_is_found()
    {
        var actual = Noisy(20_000, 4e-13, 1);
        ResultTable changed = actual with { Rows = [.. actual.Rows.Skip(1), [A.Number("1"), A.Float("2"), A.Float("3"), A.Float("4")]] };
        var difference = Compare(Noisy(20_000, 0, 0), changed);
        difference.MatchingRows.ShouldBe(19_999);
        difference.IsEqual.ShouldBeFalse();
    }

    [Test]
    public void Duplicates_within_the_tolerance_are_counted()
    {
        Compare(A.Table("v").Row(0.3).Row(0.3), A.Table("v").Row(0.1 + 0.2).Row(0.1 + 0.2)).IsEqual.ShouldBeTrue();
        Compare(A.Table("v").Row(0.3).Row(0.3).Row(0.5), A.Table("v").Row(0.1 + 0.2).Row(0.5).Row(0.5)).IsEqual.ShouldBeFalse();
    }

    [Test]
    public void A_tolerance_as_wide_as_the_values_are_apart_finds_the_pairing_that_fits() => Compare(
        A.Table("v").Row(1.00m).Row(1.01m).Row(1.02m),
        A.Table("v").Row(1.01m).Row(1.02m).Row(1.03m),
        ComparisonRules.Bag with { Tolerance = 0.01m }).IsEqual.ShouldBeTrue();

    [Test]
    public void Many_rows_within_a_wide_tolerance_are_matched()
    {
        ResultTable expected = A.Table("v").Rows(Enumerable.Range(0, 20_000).Select(i => new object?[] { i * 1.00m }));
        ResultTable actual = A.Table("v").Rows(Enumerable.Range(0, 20_000).Reverse().Select(i => new object?[] { (i * 1.00m) + 0.30m }));
        Compare(expected, actual, ComparisonRules.Bag with { Tolerance = 0.5m }).IsEqual.ShouldBeTrue();
        Compare(expected, actual, ComparisonRules.Bag with { Tolerance = 0.2m }).MatchingRows.ShouldBe(0);
    }

    [Test]
    public void Json_and_arrays_with_noise_are_matched_in_any_order()
    {
        object?[] Cells(int i, double noise) => [A.Json($$"""{"i":{{i}},"v":{{Text(Math.Sqrt(i) * (1 + noise))}}}"""), A.Array(Math.Cos(i) * (1 + noise), i)];
        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        ResultTable expected = A.Table("j", "a").Rows(Enumerable.Range(0, 3_000).Select(i => Cells(i, 0)));
        ResultTable actual = A.Table("j", "a").Rows(Enumerable.Range(0, 3_000).Reverse().Select(i => Cells(i, 3e-16)));
        Compare(expected, actual).IsEqual.ShouldBeTrue();
    }

    [Test]
    public void Texts_that_were_asked_for_are_matched_with_numbers_in_any_order()
    {
        ResultTable expected = A.Table("code", "v").Rows(Enumerable.Range(0, 3_000).Select(i => new object?[] { $"{i}.50", Math.Sqrt(i) }));
        ResultTable actual = A.Table("code", "v").Rows(
            Enumerable.Range(0, 3_000).Reverse().Select(i => new object?[] { i + 0.50m, Math.Sqrt(i) * (1 + 3e-16) }));
        Compare(expected, actual).IsEqual.ShouldBeTrue();
    }

    [Test]
    public void Of_several_rows_that_only_one_is_near_to_the_first_has_it()
    {
        var difference = Compare(
            A.Table("id", "v").Row(1, 0.3).Row(2, 0.3).Row(2, 0.3 * (1 + 3e-16)).Row(3, 0.3),
            A.Table("id", "v").Row(3, 0.3).Row(2, 0.1 + 0.2).Row(1, 0.1 + 0.2));
        difference.MatchingRows.ShouldBe(3);
        difference.Missing.Single().Cells[0].Text.ShouldBe("2");
        difference.Extra.ShouldBeEmpty();
    }

    [Test]
    public void Rows_with_a_name_of_their_own_and_rows_that_share_one_are_left_over_in_their_order()
    {
        static object?[] Row(int i, double noise) => [i % 2 == 0 ? i : 1, Math.Sqrt(i) * (1 + noise)];
        object?[][] Rows(double noise, double wrong) => [.. Enumerable.Range(1, 400).Select(i => Row(i, i % 10 < 2 ? wrong : noise))];
        var difference = Compare(A.Table("name", "v").Rows(Rows(0, 0)), A.Table("name", "v").Rows(Rows(3e-16, 0.5).Reverse()));
        difference.MatchingRows.ShouldBe(320);
        var left = difference.Changed.Select(row => row.Expected).Concat(difference.Missing.Select(row => row.Cells));
        left.Select(row => row[1].Text).ShouldBe(
            Enumerable.Range(1, 400).Where(i => i % 10 < 2).Select(i => A.Float(Math.Sqrt(i).ToString("R", CultureInfo.InvariantCulture)).Text),
            ignoreOrder: true);
        difference.Missing.ShouldBeInOrder(SortDirection.Ascending, Comparer<CountedRow>.Create((a, b) => Value(a).CompareTo(Value(b))));

        static double Value(CountedRow row) => double.Parse(row.Cells[1].Text!, CultureInfo.InvariantCulture);
    }
}
