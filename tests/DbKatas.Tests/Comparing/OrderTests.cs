using DbKatas.Grader.Comparing;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

public class OrderTests
{
    private static readonly ResultTable _expected = A.Table("name", "points").Row("Ann", 9).Row("Bob", 7).Row("Cleo", 7).Row("Dora", null);

    [Test]
    public void Without_an_order_any_order_will_do() =>
        Compare(_expected, A.Table("name", "points").Row("Dora", null).Row("Cleo", 7).Row("Ann", 9).Row("Bob", 7)).IsEqual.ShouldBeTrue();

    [Test]
    public void Ties_may_fall_either_way() =>
        Compare(_expected, A.Table("name", "points").Row("Ann", 9).Row("Cleo", 7).Row("Bob", 7).Row("Dora", null), OrderBy("points")).IsEqual.ShouldBeTrue();

    [Test]
    public void A_tie_breaker_that_is_asked_for_is_checked()
    {
        var difference = Compare(
            _expected, A.Table("name", "points").Row("Ann", 9).Row("Cleo", 7).Row("Bob", 7).Row("Dora", null), OrderBy("points", "name"));
        difference.IsEqual.ShouldBeFalse();
        difference.RowsAgree.ShouldBeTrue();
        difference.Order!.Row.ShouldBe(1);
    }

    [Test]
    public void A_null_in_the_wrong_place_is_wrong() =>
        Compare(_expected, A.Table("name", "points").Row("Dora", null).Row("Ann", 9).Row("Bob", 7).Row("Cleo", 7), OrderBy("points"))
            .Order!.Row.ShouldBe(0);

    [Test]
    public void The_order_is_looked_at_only_when_the_rows_agree()
    {
        var difference = Compare(_expected, A.Table("name", "points").Row("Bob", 7).Row("Ann", 9), OrderBy("points"));
        difference.Order.ShouldBeNull();
        difference.RowsAgree.ShouldBeFalse();
    }

    [Test]
    public void Order_columns_are_found_by_their_expected_name_and_the_actual_position() =>
        Compare(_expected, A.Table("who", "score").Row("Bob", 7).Row("Ann", 9).Row("Cleo", 7).Row("Dora", null), OrderBy("POINTS"))
            .Order!.Keys.ShouldHaveSingleItem().Column.ShouldBe(1);

    [Test]
    public void Float_keys_with_noise_are_in_order() =>
        Compare(A.Table("v").Row(0.3).Row(0.5), A.Table("v").Row(0.1 + 0.2).Row(0.5), OrderBy("v")).IsEqual.ShouldBeTrue();

    [Test]
    public void An_unknown_order_column_is_the_katas_fault() =>
        Should.Throw<RulesException>(() => Compare(_expected, _expected, OrderBy("score"))).Message
            .ShouldBe("""
                "order" names the column "score", but the reference answer returns name, points. Name one of those.
                """);
}
