using DbKatas.Grader.Comparing;
using DbKatas.Grader.Feedback;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Feedback;

/// <summary>Data shown so that no two different values look the same, and no value does anything to the terminal.</summary>
public class VisibleDataTests
{
    private static string Words(object? expected, object? actual) =>
        DifferenceText.Of(Compare(A.Table("id", "v").Row(1, expected).Row(2, "x"), A.Table("id", "v").Row(1, actual).Row(2, "x")), Ink.Plain);

    [Test]
    public void Values_that_look_alike_are_told_apart()
    {
        (object? Expected, object? Actual)[] pairs =
        [
            (null, "NULL"),
            (null, ""),
            ("", " "),
            ("Ann", "Ann "),
            ("Ann", " Ann"),
            ("a b", "a\tb"),
            ("a b", "a\u00a0b"),
            ("ab", "a\u200bb"),
            ("a\\nb", "a\nb"),
            ("a", "'a'"),
            (50.00m, "50.00"),
            (1, "1"),
            (true, 1),
            (true, "true"),
            ("true", true),
            (DateOnly.Parse("2026-03-01"), A.Number("20260301")),
            ("caf\u00e9", "cafe\u0301"),
            ("Anna", "\u0410nna"),
            ("it's", "it\u2019s"),
            (A.Json("{\"a\": 1}"), "{\"a\": 1}"),
            (A.Number("3.00000000000000000001"), 3),
        ];
        string.Join("\n\n", pairs.Select(pair => Words(pair.Expected, pair.Actual))).ShouldBeApproved();
    }

    [Test]
    public void Long_values_are_cut_around_the_place_where_they_differ()
    {
        string start = string.Concat(Enumerable.Repeat("abcdefghij", 12));
        Words(start + "RIGHT" + start, start + "WRONG" + start).ShouldBeApproved();
    }

    [Test]
    public void Long_values_that_end_early_are_cut_too()
    {
        string start = string.Concat(Enumerable.Repeat("abcdefghij", 12));
        Words(start + "!", start).ShouldBeApproved();
    }

    [Test]
    public void Wide_characters_are_aligned() => TableText.Of(
        A.Table("name", "city", "n")
            .Row("Ann", "Oslo", 1)
            .Row("山田太郎", "東京", 22)
            .Row("Zoe 👩‍👩‍👧", "Café", 333)
            .Row("e\u0301e\u0301", "한국", null),
        Ink.Plain).ShouldBeApproved();

    [Test]
    public void Control_characters_never_reach_the_terminal()
    {
        string hostile = "\e[2J\e]0;title\a\u009b31m\r\n\b\u202e\u2066";
        var expected = A.Table("id", "v" + hostile).Row(1, "a").Build();
        var actual = A.Table("id" + hostile, "w" + hostile).Row(1, hostile).Build();
        string text = DifferenceText.Of(Compare(expected, actual), Ink.Plain) + TableText.Of(actual, Ink.Plain);
        text.Where(c => (char.IsControl(c) && c != '\n') || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format).ShouldBeEmpty();
    }

    [Test]
    public void A_tower_of_combining_marks_is_cut_down() =>
        TableText.Of(A.Table("v").Row("Z" + new string('\u0301', 50)), Ink.Plain).ShouldContain("\\u0301");

    [Test]
    public void A_lone_surrogate_is_shown_as_an_escape() =>
        TableText.Of(A.Table("v").Row("a\ud800b"), Ink.Plain).ShouldContain("\\ud800");
}
