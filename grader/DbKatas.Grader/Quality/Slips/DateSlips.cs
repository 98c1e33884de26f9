using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Dates cut to another unit, another part of a date.</summary>
internal static class DateSlips
{
    private static readonly string[] Units = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];
    private static readonly string[] Parts = ["day", "month", "year", "week", "dow", "isodow", "doy", "hour", "minute", "quarter"];

    public static IEnumerable<Slip> Of(SqlShape sql) => Truncated(sql).Concat(Extracted(sql));

    private static IEnumerable<Slip> Truncated(SqlShape sql)
    {
        foreach (var call in sql.FindCalls("date_trunc"))
        {
            var arguments = sql.Arguments(call);
            if (arguments.Count < 2 || !sql.IsKind(call + 2, LexemeKind.Text))
                continue;
            var unit = Array.IndexOf(Units, sql[call + 2].Text.Trim('\'').ToLowerInvariant());
            foreach (var other in new[] { unit - 1, unit + 1 }.Where(other => unit >= 0 && other >= 0 && other < Units.Length))
                yield return new Slip("date truncation", $"times were cut to the {Units[other]}, and not to the {Units[unit]}", sql.Replace(call + 2, $"'{Units[other]}'"));
            yield return new Slip("date truncation", "times were not cut at all: DATE_TRUNC is missing", sql.Replace(new Span(call, sql.Close(call + 1) + 1), $"({sql.Text(arguments[1])})"));
        }
    }

    private static IEnumerable<Slip> Extracted(SqlShape sql)
    {
        foreach (var call in sql.FindCalls("extract").Concat(sql.FindCalls("date_part")))
        {
            var isText = sql.IsKind(call + 2, LexemeKind.Text);
            var part = sql[call + 2].Text.Trim('\'').ToLowerInvariant();
            var others = part switch { "dow" => ["isodow", "day"], "isodow" => ["dow", "day"], _ => Neighbours(part) };
            foreach (var other in others)
                yield return new Slip("date part", $"the {other} of a date were taken, and not the {part}", sql.Replace(call + 2, isText ? $"'{other}'" : other));
        }
    }

    private static string[] Neighbours(string part) => Array.IndexOf(Parts, part) switch
    {
        < 0 => [],
        0 => [Parts[1]],
        var at when at + 1 == Parts.Length => [Parts[at - 1]],
        var at => [Parts[at - 1], Parts[at + 1]],
    };
}
