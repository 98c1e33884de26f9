using DbKatas.Grader.Comparing;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

public class NumberTests
{
    [TestCase("1", "1.00")]
    [TestCase("1", "1e0")]
    [TestCase("100", "1e+2")]
    [TestCase("-0", "0")]
    [TestCase("-0.00", "0")]
    [TestCase("0", "0e5")]
    [TestCase("0.10", ".1")]
    [TestCase("007", "7")]
    [TestCase("+5", "5")]
    [TestCase("NaN", "NaN")]
    [TestCase("Infinity", "Infinity")]
    [TestCase("-Infinity", "-Infinity")]
    [TestCase("123456789012345678901234567890123456789.50", "123456789012345678901234567890123456789.5")]
    [TestCase("100000000000000000000000000000000000000000", "1e41")]
    [TestCase("3.3333333333333333", "3.33333333333333333333", Description = "a division at another scale")]
    [TestCase("9.9999999999999999", "10", Description = "a division and back")]
    [TestCase("0.00000000000000010000000000000001", "0.0000000000000001", Description = "small and long")]
    public void The_same_number_in_another_spelling_is_equal(string one, string other)
    {
        Accepts(A.Number(one), A.Number(other)).ShouldBeTrue();
        Accepts(A.Number(other), A.Number(one)).ShouldBeTrue();
    }

    [TestCase("0.00000000000000000001", "1e-20")]
    [TestCase("0.000000000000000000123", "1.23e-19")]
    [TestCase("-123456789012345678", "-123456789012345678.000")]
    [TestCase("1234567890123456789", "1234567890123456789.0")]
    [TestCase("1000000000000000000000", "1e21")]
    [TestCase("-0.0", "0e7")]
    public void However_it_is_written_a_number_has_one_exact_form_and_hash(string one, string other)
    {
        ExactNumber.TryParse(one, out var left).ShouldBeTrue();
        ExactNumber.TryParse(other, out var right).ShouldBeTrue();

        left.ShouldBe(right);
        left.GetHashCode().ShouldBe(right.GetHashCode());
    }

    [TestCase("100000000.01", "100000000.02")]
    [TestCase("1000000000000.01", "1000000000000.02", Description = "relatively near, but money")]
    [TestCase("1234567890123456789", "1234567890123456788", Description = "relatively near, but an id")]
    [TestCase("123456789012345678901234567890123456789", "123456789012345678901234567890123456788")]
    [TestCase("1740787200.123456", "1740787200.123457", Description = "a microsecond")]
    [TestCase("1", "-1")]
    [TestCase("0.333333333333", "-0.333333333333")]
    [TestCase("NaN", "0")]
    [TestCase("NaN", "Infinity")]
    [TestCase("Infinity", "-Infinity")]
    [TestCase("0", "0.00000000000000000001")]
    [TestCase("1e999999999", "1e-999999999", Description = "never written out")]
    [TestCase("0.3333333333", "0.3333333334")]
    public void Different_numbers_differ(string one, string other)
    {
        Accepts(A.Number(one), A.Number(other)).ShouldBeFalse();
        Accepts(A.Number(other), A.Number(one)).ShouldBeFalse();
    }

    [TestCase("0.30000000000000004", "0.3")]
    [TestCase("1e+20", "100000000000000000000")]
    [TestCase("1e-300", "1.0000000000001e-300")]
    [TestCase("NaN", "NaN")]
    [TestCase("-0", "0")]
    [TestCase("Infinity", "Infinity")]
    [TestCase("9007199254740992", "9007199254740993")]
    public void A_float_is_near_enough_to_any_number(string one, string other)
    {
        Accepts(A.Float(one), A.Float(other)).ShouldBeTrue();
        Accepts(A.Float(one), A.Number(other)).ShouldBeTrue();
        Accepts(A.Number(other), A.Float(one)).ShouldBeTrue();
    }

    [TestCase("0.3", "0.30001")]
    [TestCase("1e+20", "1.00001e+20")]
    [TestCase("NaN", "1")]
    [TestCase("1e-20", "0")]
    public void A_float_that_is_further_away_differs(string one, string other) =>
        Accepts(A.Float(one), A.Float(other)).ShouldBeFalse();

    [Test]
    public void A_real_has_seven_digits()
    {
        Compare(A.Table("v::real").Row(A.Float("0.1")), A.Table("v::double precision").Row(A.Float("0.10000000149011612"))).IsEqual.ShouldBeTrue();
        Compare(A.Table("v::double precision").Row(A.Float("0.1")), A.Table("v::real").Row(A.Float("0.1001"))).IsEqual.ShouldBeFalse();
    }

    [TestCase("100.00", "100.01", true)]
    [TestCase("100.00", "100.0101", false)]
    [TestCase("99999999999999999999999999999999.00", "99999999999999999999999999999999.01", true)]
    [TestCase("99999999999999999999999999999999.00", "99999999999999999999999999999999.02", false)]
    [TestCase("0", "0.01", true)]
    [TestCase("-0.005", "0.005", true)]
    [TestCase("0", "1e-999999999", false, Description = "so small a number is no rounding, and its digits are never written out")]
    [TestCase("NaN", "NaN", true)]
    [TestCase("NaN", "0", false)]
    public void An_explicit_tolerance_is_absolute(string one, string other, bool equal)
    {
        Accepts(A.Number(one), A.Number(other), 0.01m).ShouldBe(equal);
        Accepts(A.Float(other), A.Number(one), 0.01m).ShouldBe(equal);
    }

    [Test]
    public void A_tolerance_of_zero_wants_every_digit() =>
        Accepts(A.Float("0.30000000000000004"), A.Number("0.3"), 0m).ShouldBeFalse();

    [Test]
    public void A_number_of_thousands_of_digits_is_compared_whole()
    {
        string digits = string.Concat(Enumerable.Repeat("1234567890", 10_000));
        Accepts(A.Number(digits + "1"), A.Number(digits + "1.0")).ShouldBeTrue();
        Accepts(A.Number(digits + "1"), A.Number(digits + "2")).ShouldBeFalse();
    }
}
