using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

/// <summary>Values other than numbers, and values of different kinds.</summary>
public class ValueTests
{
    [Test]
    public void Null_matches_only_null()
    {
        Accepts(null, null).ShouldBeTrue();
        Accepts(null, "").ShouldBeFalse();
        Accepts("", null).ShouldBeFalse();
        Accepts(null, "NULL").ShouldBeFalse();
        Accepts(null, 0).ShouldBeFalse();
        Accepts(null, false).ShouldBeFalse();
    }

    [TestCase("Ann", "Ann ")]
    [TestCase("Ann", " Ann")]
    [TestCase("Ann", "ann")]
    [TestCase("", " ")]
    [TestCase("a", "a\u200b")]
    [TestCase("caf\u00e9", "cafe\u0301")]
    [TestCase("a\n", "a\r\n")]
    public void Text_is_exact(string one, string other)
    {
        Accepts(one, other).ShouldBeFalse();
        Accepts(other, one).ShouldBeFalse();
        Accepts(one, one).ShouldBeTrue();
    }

    [Test]
    public void A_boolean_is_only_a_boolean()
    {
        Accepts(true, true).ShouldBeTrue();
        Accepts(true, A.Value(true) with { Text = "t" }).ShouldBeTrue();
        Accepts(true, false).ShouldBeFalse();
        Accepts(true, 1).ShouldBeFalse();
        Accepts(1, true).ShouldBeFalse();
        Accepts(0, false).ShouldBeFalse();
        Accepts("true", true).ShouldBeFalse();
        Accepts(true, "true").ShouldBeFalse();
    }

    [Test]
    public void Where_text_is_asked_for_what_prints_the_same_will_do()
    {
        Accepts("50.00", 50.00m).ShouldBeTrue();
        Accepts("50", 50).ShouldBeTrue();
        Accepts("0.5", 0.5).ShouldBeTrue();
        Accepts("2026-03-01", A.Instant("2026-03-01")).ShouldBeTrue();
        Accepts("50.00", 50).ShouldBeFalse();
        Accepts("050", 50).ShouldBeFalse();
    }

    [Test]
    public void Where_a_number_is_asked_for_text_will_not_do()
    {
        Accepts(50.00m, "50.00").ShouldBeFalse();
        Accepts(0.5, "0.5").ShouldBeFalse();
        Accepts(A.Instant("2026-03-01"), "2026-03-01").ShouldBeFalse();
    }

    [Test]
    public void An_enum_and_its_label_are_the_same()
    {
        Accepts(A.Other("open"), "open").ShouldBeTrue();
        Accepts("open", A.Other("open")).ShouldBeTrue();
        Accepts(A.Other("open"), A.Other("closed")).ShouldBeFalse();
    }

    [TestCase("2026-03-01", "2026-03-01 00:00:00")]
    [TestCase("2026-03-01", "2026-03-01 00:00:00+00")]
    [TestCase("2026-03-01 10:00:00.5", "2026-03-01 10:00:00.500")]
    [TestCase("2026-03-01 10:00:00+00", "2026-03-01 12:00:00+02")]
    [TestCase("2026-03-01 10:00:00+00", "2026-03-01 04:30:00-05:30")]
    [TestCase("2026-03-01 23:00:00", "2026-03-02 00:00:00+01")]
    [TestCase("2026-03-01T10:00:00Z", "2026-03-01 10:00:00")]
    [TestCase("2026-03-01 10:00", "2026-03-01 10:00:00")]
    [TestCase("1883-11-18 12:00:00+00:53:28", "1883-11-18 11:06:32")]
    [TestCase("infinity", "infinity")]
    [TestCase("0044-03-15 BC", "0044-03-15 BC")]
    [TestCase("12026-03-01", "12026-03-01")]
    public void Instants_are_moments_however_written(string one, string other) =>
        Accepts(A.Instant(one), A.Instant(other)).ShouldBeTrue();

    [TestCase("2026-03-01", "2026-03-02")]
    [TestCase("2026-03-01 10:00:00", "2026-03-01 10:00:00.000001")]
    [TestCase("2026-03-01 10:00:00+00", "2026-03-01 10:00:00+01")]
    [TestCase("infinity", "-infinity")]
    [TestCase("0044-03-15 BC", "0044-03-15")]
    [TestCase("2026-02-30", "2026-03-02")]
    public void Different_moments_differ(string one, string other) =>
        Accepts(A.Instant(one), A.Instant(other)).ShouldBeFalse();

    [TestCase("""{"a": 1, "b": 2}""", """{"b":2,"a":1}""")]
    [TestCase("""{"a": 1.0}""", """{"a": 1e0}""")]
    [TestCase("""{"a": 1, "a": 2}""", """{"a": 2}""")]
    [TestCase("""[1, "x", null, true]""", """[1.00,"\u0078",null,true]""")]
    [TestCase("""{"a": 0.30000000000000004}""", """{"a": 0.3}""")]
    [TestCase("""{"a": {"x": [1, {"y": 2, "z": 3}]}}""", """{"a": {"x": [1, {"z": 3, "y": 2}]}}""")]
    [TestCase("not json", "not json")]
    [TestCase("\"\\ud800\"", "\"\\ud800\" ")]
    public void Json_is_compared_by_meaning(string one, string other)
    {
        Accepts(A.Json(one), A.Json(other)).ShouldBeTrue();
        Accepts(A.Json(other), A.Json(one)).ShouldBeTrue();
    }

    [TestCase("[1, 2]", "[2, 1]")]
    [TestCase("[1]", "[1, 1]")]
    [TestCase("""{"a": 1}""", """{"a": 1, "b": null}""")]
    [TestCase("""{"a": "1"}""", """{"a": 1}""")]
    [TestCase("""{"a": true}""", """{"a": false}""")]
    [TestCase("""{"id": 12345678901234567890}""", """{"id": 12345678901234567891}""")]
    [TestCase("""{"a": 1e999999999}""", """{"a": 1e-999999999}""")]
    [TestCase("null", "{}")]
    [TestCase("not json", "nor this")]
    public void Different_json_differs(string one, string other) => Accepts(A.Json(one), A.Json(other)).ShouldBeFalse();

    [Test]
    public void A_json_null_is_not_sql_null() => Accepts(A.Json("null"), null).ShouldBeFalse();

    [Test]
    public void Deeply_nested_json_is_compared_too()
    {
        string open = new('[', 900), close = new(']', 900);
        Accepts(A.Json(open + "1" + close), A.Json(open + " 1.0 " + close)).ShouldBeTrue();
        Accepts(A.Json(open + "1" + close), A.Json(open + "2" + close)).ShouldBeFalse();
    }

    [Test]
    public void Arrays_are_compared_item_by_item()
    {
        Accepts(A.Array(1, "a", null), A.Array(1.0m, "a", null)).ShouldBeTrue();
        Accepts(A.Array(0.1 + 0.2), A.Array(0.3)).ShouldBeTrue();
        Accepts(A.Array(A.Array(1, 2), A.Array(3)), A.Array(A.Array(1, 2), A.Array(3.0m))).ShouldBeTrue();
        Accepts(A.Array(1, 2), A.Array(2, 1)).ShouldBeFalse();
        Accepts(A.Array(1), A.Array(1, 1)).ShouldBeFalse();
        Accepts(A.Array((object?)null), A.Array()).ShouldBeFalse();
        Accepts(A.Array(1), 1).ShouldBeFalse();
    }
}
