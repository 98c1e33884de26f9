using DbKatas.Grader.Comparing;
using DbKatas.Grader.Feedback;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

/// <summary>Where other graders are known to accept a wrong answer or to refuse a right one.</summary>
public class KnownHolesTests
{
    private static TableBuilder Numbers(int count) => A.Table("n").Rows(Enumerable.Range(0, count).Select(i => new object?[] { i }));

    [Test]
    public void A_difference_after_the_first_hundred_rows_is_seen() =>
        Compare(Numbers(5_000).Row("right"), Numbers(5_000).Row("wrong")).IsEqual.ShouldBeFalse();

    [Test]
    public void Kinds_are_taken_from_each_row_not_from_the_first()
    {
        Compare(A.Table("v").Row((object?)null).Row(1), A.Table("v").Row((object?)null).Row("1")).IsEqual.ShouldBeFalse();
        Compare(A.Table("v").Row((object?)null).Row(1), A.Table("v").Row((object?)null).Row(1.00m)).IsEqual.ShouldBeTrue();
        Compare(A.Table("v").Row(1).Row(true), A.Table("v").Row(1).Row(1)).IsEqual.ShouldBeFalse();
    }

    [Test]
    public void Columns_are_checked_when_there_are_no_rows()
    {
        Compare(A.Table("id", "name"), A.Table("id")).IsEqual.ShouldBeFalse();
        Compare(A.Table("id", "name"), A.Table("id", "sum"), ComparisonRules.Bag with { ColumnNamesRequired = true }).IsEqual.ShouldBeFalse();
    }

    [Test]
    public void An_expected_empty_result_can_pass() =>
        Compare(A.Table("id"), A.Table("id"), OrderBy("id")).IsEqual.ShouldBeTrue();

    [Test]
    public void Rows_where_none_is_expected_do_not_pass() =>
        Compare(A.Table("id"), A.Table("id").Row(1)).IsEqual.ShouldBeFalse();

    [Test]
    public void Swapped_columns_are_refused()
    {
        Compare(A.Table("a", "b").Row(1, 2), A.Table("b", "a").Row(2, 1)).IsEqual.ShouldBeFalse();
        Compare(A.Table("a", "b").Row(1, 2), A.Table("a", "b").Row(2, 1)).IsEqual.ShouldBeFalse();
    }

    [Test]
    public void One_is_not_true() => Accepts(true, 1).ShouldBeFalse();

    [Test]
    public void Extra_rows_are_refused() => Compare(Numbers(3), Numbers(4)).IsEqual.ShouldBeFalse();

    [Test]
    public void An_order_that_is_asked_for_is_checked() =>
        Compare(A.Table("n").Row(3).Row(2).Row(1), A.Table("n").Row(1).Row(2).Row(3), OrderBy("n")).IsEqual.ShouldBeFalse();

    [Test]
    public void An_order_that_is_not_asked_for_is_not() =>
        Compare(A.Table("n").Row(3).Row(2).Row(1), A.Table("n").Row(1).Row(2).Row(3)).IsEqual.ShouldBeTrue();

    [Test]
    public void Ties_do_not_make_a_right_order_wrong() =>
        Compare(A.Table("id", "n").Row(1, 5).Row(2, 5), A.Table("id", "n").Row(2, 5).Row(1, 5), OrderBy("n")).IsEqual.ShouldBeTrue();

    [Test]
    public void Bags_are_not_sets()
    {
        Compare(A.Table("v").Row("a").Row("a").Row("b"), A.Table("v").Row("a").Row("b").Row("b")).IsEqual.ShouldBeFalse();
        Compare(A.Table("v").Row("a").Row("a"), A.Table("v").Row("a")).IsEqual.ShouldBeFalse();
        Compare(A.Table("v").Row((object?)null), A.Table("v").Row((object?)null).Row((object?)null)).IsEqual.ShouldBeFalse();
    }

    [Test]
    public void A_refusal_of_values_that_look_alike_says_why() => DifferenceText
        .Of(Compare(A.Table("id", "v").Row(1, 1), A.Table("id", "v").Row(1, "1")), Ink.Plain)
        .ShouldContain("text '1' where a number is expected");

    [Test]
    public void A_numeric_is_an_equal_integer()
    {
        Accepts(5, 5.00m).ShouldBeTrue();
        Accepts(5.00m, 5).ShouldBeTrue();
        Accepts(5, 5.0).ShouldBeTrue();
    }

    [Test]
    public void A_number_prints_the_text_that_was_asked_for() => Accepts("5", 5).ShouldBeTrue();
}
