using DbKatas.Grader.Comparing;
using DbKatas.Grader.Feedback;
using NUnit.Framework;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Feedback;

public class DifferenceTextTests
{
    private static readonly string[] _orders = ["order_id", "total", "paid", "balance"];

    private static TableBuilder Orders => A.Table(_orders)
        .Row(2, 90.00m, 0.00m, 90.00m)
        .Row(4, 50.00m, 20.00m, 30.00m)
        .Row(3, 50.00m, 35.00m, 15.00m)
        .Row(1, 10.00m, 10.00m, 0.00m)
        .Row(5, 0.00m, 0.00m, 0.00m)
        .Row(6, 0.00m, 5.00m, -5.00m);

    private static string Words(ResultTable expected, ResultTable actual, ComparisonRules? rules = null) =>
        DifferenceText.Of(Compare(expected, actual, rules), Ink.Plain);

    [Test]
    public void Changed_rows_show_yours_and_the_expected_value()
    {
        var yours = A.Table(_orders)
            .Row(2, 90.00m, 0.00m, 90.00m)
            .Row(3, 100.00m, 70.00m, 30.00m)
            .Row(4, 100.00m, 20.00m, 80.00m)
            .Row(1, 10.00m, 10.00m, 0.00m)
            .Row(5, 0.00m, 0.00m, 0.00m)
            .Row(6, 0.00m, 5.00m, -5.00m);
        DifferenceText.Of(Compare(Orders, yours), Ink.Plain, new DifferenceWording(Where: "on the data you see")).ShouldBeApproved();
    }

    [Test]
    public void Missing_and_extra_rows_are_marked() => Words(
        A.Table("name").Row("Ann").Row("Bob").Row("Cleo").Row("Dora"),
        A.Table("name").Row("Bob").Row("Zoe").Row("Dora").Row("Cleo")).ShouldBeApproved();

    [Test]
    public void Changed_missing_and_extra_rows_stand_together() => Words(
        A.Table("id", "name").Row(1, "Ann").Row(2, "Bob").Row(3, "Cleo"),
        A.Table("id", "name").Row(1, "Anne").Row(2, "Bob").Row(9, "Zoe")).ShouldBeApproved();

    [Test]
    public void Duplicates_that_come_too_often_are_counted() => Words(
        A.Table("id", "name").Row(1, "Ann").Row(2, "Bob"),
        A.Table("id", "name").Row(1, "Ann").Row(1, "Ann").Row(1, "Ann").Row(2, "Bob")).ShouldBeApproved();

    [Test]
    public void Duplicates_that_were_lost_are_counted() => Words(
        A.Table("city").Row("Rome").Row("Rome").Row("Rome").Row("Oslo"),
        A.Table("city").Row("Rome").Row("Oslo")).ShouldBeApproved();

    [Test]
    public void Ten_of_many_rows_are_shown_and_the_total_stated() => Words(
        A.Table("n").Rows(Enumerable.Range(0, 60).Select(i => new object?[] { i })),
        A.Table("n").Rows(Enumerable.Range(20, 53).Select(i => new object?[] { i }))).ShouldBeApproved();

    [Test]
    public void A_wrong_order_shows_the_first_row_out_of_place()
    {
        var yours = A.Table(_orders)
            .Row(2, 90.00m, 0.00m, 90.00m)
            .Row(3, 50.00m, 35.00m, 15.00m)
            .Row(4, 50.00m, 20.00m, 30.00m)
            .Row(1, 10.00m, 10.00m, 0.00m)
            .Row(5, 0.00m, 0.00m, 0.00m)
            .Row(6, 0.00m, 5.00m, -5.00m);
        Words(Orders, yours, new ComparisonRules([new OrderKey("balance", Descending: true), new OrderKey("order_id")])).ShouldBeApproved();
    }

    [Test]
    public void A_wrong_order_in_the_first_row() => Words(
        A.Table("id").Row(1).Row(2), A.Table("id").Row(2).Row(1), OrderBy("id")).ShouldBeApproved();

    [Test]
    public void Too_few_columns_list_what_is_asked_for() => Words(
        Orders, A.Table("order_id", "total", "paid").Row(1, 2, 3)).ShouldBeApproved();

    [Test]
    public void No_columns_at_all() => Words(Orders, A.Table()).ShouldBeApproved();

    [Test]
    public void Required_names_are_asked_for() => Words(
        A.Table("id", "total").Row(1, 5), A.Table("id", "sum").Row(1, 5), ComparisonRules.Bag with { ColumnNamesRequired = true }).ShouldBeApproved();

    [Test]
    public void Required_names_and_different_rows_are_both_said() => Words(
        A.Table("id", "total").Row(1, 5), A.Table("id", "sum").Row(1, 6), ComparisonRules.Bag with { ColumnNamesRequired = true }).ShouldBeApproved();

    [Test]
    public void Two_swapped_columns() => Words(
        A.Table("id", "first", "last").Row(1, "Ann", "Lee"), A.Table("id", "last", "first").Row(1, "Lee", "Ann")).ShouldBeApproved();

    [Test]
    public void Three_columns_in_another_order() => Words(
        A.Table("id", "first", "last").Row(1, "Ann", "Lee"), A.Table("first", "last", "id").Row("Ann", "Lee", 1)).ShouldBeApproved();

    [Test]
    public void A_right_answer_with_another_name_has_a_remark() => Words(
        A.Table("id", "total").Row(1, 5), A.Table("id", "sum").Row(1, 5)).ShouldBeApproved();

    [Test]
    public void Numbers_where_text_is_asked_for_have_a_remark() => Words(
        A.Table("id", "code::text").Row(1, "50.00"), A.Table("id", "code::numeric").Row(1, 50.00m)).ShouldBeApproved();

    [Test]
    public void An_empty_answer() => Words(Orders, A.Table(_orders)).ShouldBeApproved();

    [Test]
    public void Rows_where_none_is_expected() => Words(A.Table("id"), A.Table("id").Row(1).Row(2)).ShouldBeApproved();

    [Test]
    public void One_row_that_differs() => Words(A.Table("count").Row(6), A.Table("count").Row(5)).ShouldBeApproved();

    [Test]
    public void An_answer_with_more_rows_than_are_read() => Words(
        A.Table("id").Row(1).Row(2), A.Table("id").Row(1).Row(2).Row(3).Truncated()).ShouldBeApproved();

    [Test]
    public void A_wide_table_is_reduced_to_what_matters() => Words(
        A.Table("id", "a", "b", "c", "d", "e", "f", "g", "h", "i").Row(1, 1, 1, 1, 1, 1, 1, 1, 1, 1).Row(2, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        A.Table("id", "a", "b", "c", "d", "e", "f", "g", "h", "i").Row(1, 1, 1, 1, 9, 1, 1, 1, 1, 1).Row(2, 1, 1, 1, 1, 1, 1, 1, 1, 1)).ShouldBeApproved();

    [Test]
    public void The_tables_of_a_state_have_a_head()
    {
        var wording = new DifferenceWording(Table: "accounts", Where: "after your script");
        var expected = A.Table("id", "amount").Row(1, 100).Row(2, 50).Build();
        string[] texts =
        [
            DifferenceText.Of(Compare(expected, A.Table("id", "amount").Row(1, 100).Row(2, 40)), Ink.Plain, wording),
            DifferenceText.Of(Compare(expected, A.Table("id", "amount")), Ink.Plain, wording),
            DifferenceText.Of(Compare(expected, A.Table("id").Row(1)), Ink.Plain, wording),
            DifferenceText.MissingTable("accounts"),
            DifferenceText.ExtraTable("backup\e[2J"),
        ];
        string.Join("\n\n", texts).ShouldBeApproved();
    }

    [Test]
    public void Colours_mark_what_matters() => DifferenceText.Of(
        Compare(A.Table("id", "name").Row(1, "Ann").Row(2, "Bob").Row(3, "Cleo"), A.Table("id", "name").Row(1, null).Row(2, "Bob").Row(9, "Zoe")),
        Ink.Colours).Replace("\e", "<ESC>", StringComparison.Ordinal).ShouldBeApproved();
}
