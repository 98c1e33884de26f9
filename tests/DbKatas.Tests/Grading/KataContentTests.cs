using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Grading;

/// <summary>Data that were made from something else are never taken for a kata's.</summary>
public sealed class KataContentTests
{
    private static readonly Kata Plain = new() { Id = "a/b/c", Folder = "", Title = "", Engines = ["postgres"], Kind = KataKind.Result, Level = 1, Topics = [] };

    [Test]
    public void Other_parts_give_another_text()
    {
        Kata[] katas =
        [
            Plain,
            Plain with { Kind = KataKind.State },
            Plain with { Domain = Domain.None with { Source = "x" } },
            Plain with { Limits = new KataLimits(Seconds: 11) },
            Plain with { Limits = new KataLimits(Rows: 5) },
            Plain with { Rules = new ComparisonRules([new OrderKey("x")]) },
            Plain with { Rules = new ComparisonRules([new OrderKey("x", Descending: true)]) },
            Plain with { Rules = new ComparisonRules([new OrderKey("x"), new OrderKey("y")]) },
            Plain with { Rules = ComparisonRules.Bag with { ColumnNamesRequired = true } },
            Plain with { Rules = ComparisonRules.Bag with { Tolerance = 0.01m } },
            Plain with { Rules = ComparisonRules.Bag with { Sets = [] } },
            Plain with { Rules = ComparisonRules.Bag with { Sets = ["x"] } },
        ];

        string[] texts =
        [
            .. katas.Select(kata => KataContent.Of(kata)), KataContent.Of(Plain, [null]), KataContent.Of(Plain, ""), KataContent.Of(Plain, "a", "b"), KataContent.Of(Plain, "ab"),
            KataContent.Of(Plain, "a1:b"), KataContent.Of(Plain, "b", "a"),
        ];

        texts.ShouldBeUnique();
        KataContent.Of(Plain with { Title = "Another" }, "a").ShouldBe(KataContent.Of(Plain, "a"));
    }

    [Test]
    public void No_rule_is_forgotten()
    {
        // Whoever adds one adds it to KataContent too, and to the cases above.
        typeof(ComparisonRules).GetProperties().Length.ShouldBe(4);
        typeof(OrderKey).GetProperties().Length.ShouldBe(2);
        typeof(KataLimits).GetProperties().Length.ShouldBe(2);
    }
}
