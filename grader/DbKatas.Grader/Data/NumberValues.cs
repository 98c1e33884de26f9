using System.Globalization;

namespace DbKatas.Grader.Data;

/// <summary>Numbers for a column: the seed's, the constants' and their neighbours, within the range of the seed.</summary>
internal static class NumberValues
{
    public static ValuePool Of(ColumnShape column, IReadOnlyList<string> seed, IReadOnlyList<Constant> constants, ColumnDomain? rules)
    {
        var known = seed.Select(Parse).OfType<decimal>().ToList();
        var asked = constants.Where(c => c.IsNumber).Select(c => Parse(c.Text)).OfType<decimal>().ToList();
        var unit = column.Scale is { } scale ? Power(scale) : 0.01m;
        var (least, most) = Range(known, rules);
        var near = asked.SelectMany(c => new[] { c, c - unit, c + unit, c - 1, c + 1 });
        var small = new[] { least, most, least + unit, least + 1, 1, 2, 3, 0, Whole(most / 2), Whole(most * 3 / 4) };
        var usual = near.Concat(known).Concat(small).Where(n => n >= least && n <= most);
        var strange = near.Concat([0, -1, -unit, most + 1, most * 10 + 1, 1000, 1_000_000, -most]);
        var rare = Bounds(column, rules).SelectMany(bound => new[] { bound, bound + unit, bound - unit, bound + 1, bound - 1 })
            .Concat(least < 0 ? [-1] : []).Concat(asked.SelectMany(c => new[] { c + 0.5m, c / 2 })).Where(n => Admits(column, rules, n));
        return ValuePool.Of(Texts(usual, column), Texts(strange, column), Texts(rare, column));
    }

    /// <summary>Whether a number lies within the CHECKs of the column and the author's range.</summary>
    public static bool Admits(ColumnShape column, ColumnDomain? rules, decimal number) =>
        Fits(number, column) && (Parse(rules?.Least) ?? number) <= number && (Parse(rules?.Most) ?? number) >= number
        && (column.Bounds ?? []).All(bound => Parse(bound.Value) is not { } end || bound.Admits(number, end));

    private static IEnumerable<decimal> Bounds(ColumnShape column, ColumnDomain? rules) =>
        (column.Bounds ?? []).Select(bound => bound.Value).Append(rules?.Least).Append(rules?.Most).Select(Parse).OfType<decimal>();

    /// <summary>The smallest step from one number of the column to the next; null where the type sets none.</summary>
    public static decimal? Unit(ColumnShape column) => column.Scale is { } scale ? Power(scale) : null;

    /// <summary>The author's range or, where there is none, twice that of the seed; but what is never negative there stays so.</summary>
    private static (decimal Least, decimal Most) Range(List<decimal> known, ColumnDomain? rules)
    {
        var (least, most) = known.Count > 0 ? (known.Min(), known.Max()) : (1, 10);
        least = least < 0 ? least * 2 : Whole(least / 2);
        most = most > 0 ? (most * 2) + 1 : most;
        return (Parse(rules?.Least) ?? least, Parse(rules?.Most) ?? most);
    }

    /// <summary>A number that is next to another, by the smallest step of the column or by one.</summary>
    public static string? Next(ColumnShape column, string value, Randomness random) =>
        Parse(value) is { } number && number + (random.Chance(70) && column.Scale is { } scale ? Power(scale) : 1) is var next && Fits(next, column) ? Text(next, column) : null;

    private static decimal Whole(decimal number) => decimal.Round(number, MidpointRounding.AwayFromZero);

    private static IEnumerable<string> Texts(IEnumerable<decimal> numbers, ColumnShape column) =>
        numbers.Where(n => Fits(n, column)).Select(n => Text(n, column));

    public static string Text(decimal number, ColumnShape column) =>
        column.Scale is { } scale and >= 0 ? decimal.Round(number, Math.Min(scale, 20)).ToString("F" + scale, CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    public static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m ? number : null;

    private static bool Fits(decimal number, ColumnShape column) => column.Sort switch
    {
        ColumnSort.Integer => decimal.IsInteger(number) && Math.Abs(number) <= (column.Type == "smallint" ? short.MaxValue : int.MaxValue),
        ColumnSort.Decimal when column.Digits is { } digits and < 15 => Math.Abs(number) < 1 / Power(digits),
        _ => true,
    };

    /// <summary>0.1 to the power of <paramref name="exponent"/>.</summary>
    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (; exponent > 0 && exponent < 20; exponent--)
            power /= 10;
        return power;
    }
}
