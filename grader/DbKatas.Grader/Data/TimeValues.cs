using System.Globalization;

namespace DbKatas.Grader.Data;

/// <summary>Dates and times for a column: the seed's, those at the edges of days, months and the reference's constants, and those one of its intervals away.</summary>
internal static class TimeValues
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFz", "yyyy-MM-dd HH:mm:ss.FFFFFFzz", "yyyy-MM-dd HH:mm", "HH:mm:ss.FFFFFF", "HH:mm"];

    public static ValuePool Of(ColumnShape column, IReadOnlyList<string> seed, IReadOnlyList<Constant> constants, ColumnDomain? rules)
    {
        var known = seed.Select(Parse).OfType<DateTime>().Distinct().ToList();
        var asked = constants.Where(c => !c.IsNumber).Select(c => Parse(c.Text)).OfType<DateTime>().Distinct().ToList();
        if (known.Count == 0)
            known = asked.Count > 0 ? asked : [new DateTime(2026, 1, 31), new DateTime(2026, 2, 1)];
        var hasTime = column.Sort != ColumnSort.Date;
        var edges = asked.SelectMany(c => Edges(c, hasTime)).Concat(hasTime ? known.Take(2).Select(k => k.Date.AddDays(1).AddSeconds(-1)) : []);
        var apart = Mixed(known, constants.Intervals().ToList(), hasTime);
        bool Allowed(DateTime time) => (rules?.Least is null || time >= Parse(rules.Least)) && (rules?.Most is null || time <= Parse(rules.Most));
        var usual = edges.Concat(apart).Where(Allowed);
        var strange = new[] { new DateTime(1, 1, 1), new DateTime(1969, 12, 31, 23, 59, 59), new DateTime(2024, 2, 29), new DateTime(9999, 12, 31) }
            .Concat(hasTime ? known.Concat(asked).Select(k => k.AddMilliseconds(500)) : []);
        var rare = Rare(column, known, asked, rules).Where(Allowed).Where(time => (column.Bounds ?? []).All(bound => Parse(bound.Value) is not { } end || bound.Admits(time, end)));
        return ValuePool.Of(usual.Select(t => Text(t, column)), strange.Select(t => Text(t, column)), rare.Select(t => Text(t, column)));
    }

    // The ends of months and years, the leap day, the same day in other months and years, and right at the bounds of the schema and the author.
    private static IEnumerable<DateTime> Rare(ColumnShape column, List<DateTime> known, List<DateTime> asked, ColumnDomain? rules)
    {
        if (column.Sort == ColumnSort.Time)
            return [];
        var bounds = (column.Bounds ?? []).Select(bound => bound.Value).Append(rules?.Least).Append(rules?.Most).Select(Parse).OfType<DateTime>();
        var around = asked.Concat(known).Where(time => time.Year is > 4 and < 9990).Take(6).SelectMany(time =>
        {
            var (month, clock, leap) = (time.Date.AddDays(1 - time.Day), time.TimeOfDay, LeapYears.UpTo(time.Year));
            DateTime[] days =
            [
                month.AddDays(-1), new(time.Year - 1, 12, 31), new(time.Year, 1, 1), month.AddMonths(1).AddDays(-1), time.Date.AddMonths(-1), new(leap, 2, 29), new(leap, 12, 31),
                month.AddMonths(2).AddDays(-1), month.AddMonths(-1).AddDays(-1), time.Date.AddMonths(1), time.Date.AddYears(-1), month,
            ];
            return days.Select(day => day + clock);
        });
        var moments = column.Sort == ColumnSort.Date || rules?.Step is not null ? [] : asked.Take(2).Concat(known.Take(1)).Select(time => time.AddMilliseconds(500));
        return bounds.SelectMany(bound => new[] { bound, bound.AddDays(1), bound.AddDays(-1) }).Concat(moments).Concat(around);
    }

    /// <summary>Moments that follow each other a day apart, or as far as one of the reference's intervals reaches, or just not.</summary>
    public static List<string> Chain(ColumnShape column, string start, IReadOnlyList<TimeSpan> intervals, Randomness random)
    {
        if (Parse(start) is not { } at)
            return [start];
        var (day, second) = (TimeSpan.FromDays(1), TimeSpan.FromSeconds(column.Sort == ColumnSort.Date ? 0 : 1));
        TimeSpan[] steps = [day, day, 2 * day, .. column.Sort == ColumnSort.Date ? [] : new[] { TimeSpan.FromHours(9) }, .. intervals.SelectMany(i => new[] { i, i + second })];
        var chain = new List<string> { Text(at, column) };
        for (var i = 3 + random.Below(3); i > 0; i--)
            chain.Add(Text(at = Moved(at, random.Pick(steps)), column));
        return chain;
    }

    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal | DateTimeStyles.NoCurrentDateDefault, out var time)
            ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : null;

    public static string Text(DateTime time, ColumnShape column) => time.ToString(column.Sort switch
    {
        ColumnSort.Date => "yyyy-MM-dd",
        ColumnSort.Time => "HH:mm:ss.FFFFFF",
        ColumnSort.TimestampTz => "yyyy-MM-dd HH:mm:ss.FFFFFF'+00'",
        _ => "yyyy-MM-dd HH:mm:ss.FFFFFF",
    }, CultureInfo.InvariantCulture);

    // Right at the constant, just before and after it, the ends of its day and its month, and the same day a year before.
    private static DateTime[] Edges(DateTime at, bool hasTime)
    {
        var month = new DateTime(at.Year, at.Month, 1);
        DateTime[] days = [at, at.AddDays(-1), at.AddDays(1), month, month.AddMonths(1), month.AddMonths(1).AddDays(-1), at.Year > 1 ? at.AddYears(-1) : at, at.Year < 9999 ? at.AddYears(1) : at];
        DateTime[] moments = [at.AddSeconds(-1), at.AddSeconds(1), at.Date.AddDays(1), at.Date.AddDays(1).AddSeconds(-1), month.AddMonths(1).AddSeconds(-1)];
        return hasTime ? [at, .. moments, .. days] : days;
    }

    // The seed's own values, each with a neighbour of another distance in turn, so that none of the distances is left out.
    private static IEnumerable<DateTime> Mixed(List<DateTime> known, List<TimeSpan> intervals, bool hasTime)
    {
        var day = TimeSpan.FromDays(1);
        TimeSpan[] apart =
        [
            .. intervals.SelectMany(i => hasTime ? new[] { i, i + TimeSpan.FromSeconds(1), i - TimeSpan.FromSeconds(1) } : [i, i + day]),
            day, 2 * day, -day,
            .. hasTime ? new[] { TimeSpan.FromHours(6), TimeSpan.FromSeconds(1), 7 * day } : [7 * day],
        ];
        return known.SelectMany((time, i) => new[] { time, Moved(time, apart[i % apart.Length]), Moved(time, apart[(i + 1) % apart.Length]) });
    }

    private static DateTime Moved(DateTime time, TimeSpan by) =>
        time.Year is > 4 and < 9990 ? time + by : time;
}
