using DbKatas.Grader.Comparing;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

public class TableComparerTests
{
    [Test]
    public void Counts_a_missing_row_once_per_duplicate()
    {
        var difference = Compare(A.Table("v").Row("a").Row("a").Row("a").Row("b"), A.Table("v").Row("a").Row("b"));
        var missing = difference.Missing.ShouldHaveSingleItem();
        missing.Count.ShouldBe(2);
        missing.Matched.ShouldBe(1);
        difference.MatchingRows.ShouldBe(2);
        difference.IsEqual.ShouldBeFalse();
    }

    [Test]
    public void Every_row_is_counted_in_exactly_one_place()
    {
        var difference = Compare(
            A.Table("id", "v").Row(1, "a").Row(2, "b").Row(3, "c").Row(4, "d"),
            A.Table("id", "v").Row(4, "d").Row(2, "x").Row(7, "y").Row(7, "y"));
        (difference.MatchingRows + difference.Changed.Count + difference.MissingRows).ShouldBe(difference.ExpectedRows);
        (difference.MatchingRows + difference.Changed.Count + difference.ExtraRows).ShouldBe(difference.ActualRows);
        difference.Changed.ShouldHaveSingleItem().Cells.ShouldBe([1]);
        difference.ExtraRows.ShouldBe(2);
        difference.MissingRows.ShouldBe(2);
    }

    [Test]
    public void Missing_rows_come_in_the_expected_order_and_extra_ones_in_the_actual()
    {
        var difference = Compare(
            A.Table("v").Row("m").Row("a").Row("z").Row("both"), A.Table("v").Row("y").Row("both").Row("b").Row("q"));
        difference.Missing.Select(row => row.Cells[0].Text).ShouldBe(["m", "a", "z"]);
        difference.Extra.Select(row => row.Cells[0].Text).ShouldBe(["y", "b", "q"]);
    }

    [Test]
    public void Rows_are_paired_by_a_single_column_that_tells_them_apart()
    {
        var difference = Compare(
            A.Table("city", "id", "v").Row("Rome", 1, "a").Row("Rome", 2, "b"), A.Table("city", "id", "v").Row("Rome", 1, "a").Row("Rome", 2, "x"));
        difference.Key.ShouldBe([1]);
        difference.Changed.ShouldHaveSingleItem().Cells.ShouldBe([2]);
    }

    [Test]
    public void Rows_are_paired_by_leading_columns_when_no_single_one_serves()
    {
        var difference = Compare(
            A.Table("a", "b", "v").Row(1, 1, 5).Row(1, 2, 5).Row(2, 1, 6).Row(2, 2, 6),
            A.Table("a", "b", "v").Row(1, 1, 5).Row(1, 2, 9).Row(2, 1, 6).Row(2, 2, 6));
        difference.Key.ShouldBe([0, 1]);
        difference.Changed.ShouldHaveSingleItem().Cells.ShouldBe([2]);
    }

    [Test]
    public void Rows_of_one_column_are_never_paired()
    {
        var difference = Compare(A.Table("v").Row(1).Row(2), A.Table("v").Row(1).Row(3));
        difference.Changed.ShouldBeEmpty();
        difference.MissingRows.ShouldBe(1);
        difference.ExtraRows.ShouldBe(1);
    }

    [Test]
    public void Rows_that_share_an_amount_by_chance_are_not_paired()
    {
        var difference = Compare(
            A.Table("id", "name", "total", "paid").Row(1, "Ann", 7, 20).Row(2, "Bob", 8, 30),
            A.Table("id", "name", "total", "paid").Row(9, "Zoe", 1, 20).Row(2, "Bob", 8, 30));
        difference.Changed.ShouldBeEmpty();
    }

    [Test]
    public void A_second_row_of_a_changed_key_stays_extra()
    {
        var difference = Compare(
            A.Table("id", "v").Row(1, "a").Row(2, "b"), A.Table("id", "v").Row(1, "x").Row(1, "y").Row(2, "b"));
        difference.Changed.ShouldHaveSingleItem().Actual[1].Text.ShouldBe("x");
        difference.Extra.ShouldHaveSingleItem().Cells[1].Text.ShouldBe("y");
    }

    [Test]
    public void A_single_row_is_paired_with_a_single_row() =>
        Compare(A.Table("n", "m").Row(1, 2), A.Table("n", "m").Row(3, 4)).Changed.ShouldHaveSingleItem().Cells.ShouldBe([0, 1]);

    [Test]
    public void Other_column_names_are_a_remark_unless_required()
    {
        ResultTable expected = A.Table("id", "total").Row(1, 5), actual = A.Table("ID", "sum").Row(1, 5);
        var lenient = Compare(expected, actual);
        lenient.IsEqual.ShouldBeTrue();
        lenient.Remarks.ShouldHaveSingleItem().ShouldBe(new Remark(RemarkKind.OtherColumnName, 1, "total", "sum"));
        var strict = Compare(expected, actual, ComparisonRules.Bag with { ColumnNamesRequired = true });
        strict.IsEqual.ShouldBeFalse();
        strict.Columns!.Misplaced.ShouldHaveSingleItem().ShouldBe(new MisplacedColumn(1, "total", "sum", null));
    }

    [Test]
    public void Text_that_came_as_a_number_is_a_remark()
    {
        var difference = Compare(A.Table("code::text").Row("5").Row("6"), A.Table("code::integer").Row(6).Row(5));
        difference.IsEqual.ShouldBeTrue();
        difference.Remarks.ShouldHaveSingleItem().ShouldBe(new Remark(RemarkKind.PrintsAsTheText, 0, "code", "integer"));
    }

    [Test]
    public void Columns_that_agree_by_name_only_are_called_swapped()
    {
        var difference = Compare(
            A.Table("first", "last").Row("Ann", "Lee").Row("Bob", "Ray"), A.Table("last", "first").Row("Ray", "Bob").Row("Lee", "Ann"));
        difference.IsEqual.ShouldBeFalse();
        difference.Columns!.Fault.ShouldBe(ColumnFault.Swapped);
        difference.Columns.Misplaced.Select(column => column.FoundAt).ShouldBe([1, 0]);
    }

    [Test]
    public void Swapped_names_with_other_rows_are_not_called_swapped()
    {
        var difference = Compare(A.Table("first", "last").Row("Ann", "Lee"), A.Table("last", "first").Row("Ray", "Bob"));
        difference.Columns.ShouldBeNull();
        difference.RowsAgree.ShouldBeFalse();
    }

    [Test]
    public void Rows_are_not_compared_when_the_number_of_columns_differs()
    {
        var difference = Compare(A.Table("a", "b").Row(1, 2), A.Table("a").Row(1));
        difference.Columns!.Fault.ShouldBe(ColumnFault.Number);
        difference.IsEqual.ShouldBeFalse();
        difference.MatchingRows.ShouldBe(0);
    }

    [Test]
    public void A_truncated_answer_is_never_right()
    {
        var difference = Compare(A.Table("v").Row(1), A.Table("v").Row(1).Truncated());
        difference.IsEqual.ShouldBeFalse();
        difference.Truncated.ShouldBeTrue();
    }

    [Test]
    public void A_truncated_expected_result_is_the_katas_fault() =>
        Should.Throw<RulesException>(() => Compare(A.Table("v").Row(1).Truncated(), A.Table("v").Row(1))).Message.ShouldContain("row limit");

    [Test]
    public void The_same_comparison_gives_the_same_difference()
    {
        ResultTable expected = A.Table("id", "v").Rows(Enumerable.Range(0, 500).Select(i => new object?[] { i % 90, i * 0.1 }));
        ResultTable actual = A.Table("id", "v").Rows(Enumerable.Range(0, 500).Select(i => new object?[] { i % 80, (i * 0.1) + 1e-15 }));
        string Lines() => Grader.Feedback.DifferenceText.Of(Compare(expected, actual), Grader.Feedback.Ink.Plain);
        Lines().ShouldBe(Lines());
    }
}
