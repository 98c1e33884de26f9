using DbKatas.Grader.Comparing;
using DbKatas.Grader.Feedback;
using NUnit.Framework;
using Shouldly;
using static DbKatas.Tests.Comparing.Comparison;

namespace DbKatas.Tests.Comparing;

/// <summary>What holds for any two tables, tried on many small random ones; a failure names its seed.</summary>
public class ComparerPropertyTests
{
    private const int Tables = 1_000;

    // Few values of many kinds, some equal in other spellings, so that tables share rows often.
    private static readonly object?[] _cells =
    [
        null, 0, 1, 1.00m, 2, 0.3, 0.1 + 0.2, "", "1", "1.00", "a", "a ", true, false, A.Instant("2026-03-01"), A.Instant("2026-03-01 00:00:00"),
        A.Json("{\"a\":1,\"b\":2}"), A.Json("{\"b\":2.0,\"a\":1}"), A.Json("[]"), A.Array(1, 2), A.Array(1.0m, 2), A.Other("a"), A.Number("NaN"), A.Float("NaN"),
    ];

    private static readonly string[] _names = ["a", "b", "c"];

    private static TableBuilder Random(Random random, int columns) => A.Table(_names[..columns])
        .Rows(Enumerable.Range(0, random.Next(7)).Select(_ => Enumerable.Range(0, columns).Select(_ => _cells[random.Next(_cells.Length)]).ToArray()));

    private static void ForAll(Action<ResultTable, ResultTable, Random> property)
    {
        for (int seed = 0; seed < Tables; seed++)
        {
            var random = new Random(seed);
            int columns = random.Next(1, 4);
            ResultTable one = Random(random, columns), other = Random(random, columns);
            try
            {
                property(one, other, random);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {seed}:\n{TableText.Of(one, Ink.Plain)}\n\n{TableText.Of(other, Ink.Plain)}", fault);
            }
        }
    }

    [Test]
    public void Every_row_is_in_exactly_one_place() => ForAll((expected, actual, _) =>
    {
        var difference = Compare(expected, actual);
        if (difference.Columns is null)
        {
            (difference.MatchingRows + difference.Changed.Count + difference.MissingRows).ShouldBe(expected.Rows.Count);
            (difference.MatchingRows + difference.Changed.Count + difference.ExtraRows).ShouldBe(actual.Rows.Count);
        }
    });

    [Test]
    public void The_verdict_is_that_of_comparing_every_pair_of_rows() => ForAll((expected, actual, random) =>
    {
        Compare(expected, actual).IsEqual.ShouldBe(EqualByTryingAll(expected, actual));
        var similar = Respelled(expected, random);
        Compare(expected, similar).IsEqual.ShouldBe(EqualByTryingAll(expected, similar));
    });

    [Test]
    public void A_shuffled_table_is_equal() => ForAll((table, _, random) =>
    {
        Value[][] rows = [.. table.Rows];
        random.Shuffle(rows);
        Compare(table, table with { Rows = rows }).IsEqual.ShouldBeTrue();
    });

    [Test]
    public void A_table_with_a_row_more_or_less_is_not_equal() => ForAll((table, _, random) =>
    {
        if (table.Rows.Count > 0)
        {
            int row = random.Next(table.Rows.Count);
            Compare(table, table with { Rows = [.. table.Rows, table.Rows[row]] }).IsEqual.ShouldBeFalse();
            Compare(table, table with { Rows = [.. table.Rows.Where((_, i) => i != row)] }).IsEqual.ShouldBeFalse();
        }
    });

    [Test]
    public void Every_difference_has_words_and_no_equality_has_a_sentence() => ForAll((expected, actual, _) =>
    {
        var difference = Compare(expected, actual);
        string.IsNullOrEmpty(DifferenceText.Sentence(difference)).ShouldBe(difference.IsEqual);
        DifferenceText.Of(difference, Ink.Plain).Split('\n').Length.ShouldBeGreaterThan(difference.IsEqual ? 0 : 1);
    });

    // Some cells replaced by another that is often equal.
    private static ResultTable Respelled(ResultTable table, Random random) => table with
    {
        Rows = [.. table.Rows.Select(row => row.Select(cell => Equivalent(cell, random)).ToArray()).Reverse()],
    };

    private static Value Equivalent(Value cell, Random random)
    {
        Value[] equal = [.. _cells.Select(A.Value).Where(other => Accepts(cell, other))];
        return equal[random.Next(equal.Length)];
    }

    // The plain definition: some pairing of all rows in which each pair is accepted cell by cell.
    private static bool EqualByTryingAll(ResultTable expected, ResultTable actual) =>
        expected.Rows.Count == actual.Rows.Count && CanPair(expected.Rows, 0, [.. actual.Rows]);

    private static bool CanPair(IReadOnlyList<Value[]> expected, int row, List<Value[]> open) =>
        row == expected.Count
        || open.Where(other => expected[row].Zip(other).All(pair => Accepts(pair.First, pair.Second))).ToList()
            .Any(other => CanPair(expected, row + 1, [.. open.Where(rest => !ReferenceEquals(rest, other))]));
}
