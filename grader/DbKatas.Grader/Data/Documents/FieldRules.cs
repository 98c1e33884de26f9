using System.Globalization;
using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Holds single values against the author's rules for their field.</summary>
internal static class FieldRules
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static bool Allow(ColumnDomain? rules, JsonNode value)
    {
        if (rules is null)
            return true;
        var text = value.Digits() ?? value.Text;
        if (rules.Values is { } closed && value.Kind() is DocumentKind.Text or DocumentKind.Number && !closed.Contains(text))
            return false;
        return value.Kind() switch
        {
            DocumentKind.Number => NumberValues.Parse(text) is not { } number || AllowNumber(rules, number),
            DocumentKind.Date => value.Moment() is not { } moment || AllowMoment(rules, moment),
            DocumentKind.Text => rules.Pattern is not { } pattern || Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience),
            _ => true,
        };
    }

    private static bool AllowNumber(ColumnDomain rules, decimal number) =>
        !(NumberValues.Parse(rules.Least) > number) && !(NumberValues.Parse(rules.Most) < number)
        && (NumberValues.Parse(rules.Step) is not { } step || number % step == 0);

    private static bool AllowMoment(ColumnDomain rules, DateTime moment) =>
        !(Parse(rules.Least) > moment) && !(Parse(rules.Most) < moment) && rules.Step switch
        {
            "month" => moment is { Day: 1, TimeOfDay.Ticks: 0 },
            "day" => moment.TimeOfDay.Ticks == 0,
            "hour" => moment is { Minute: 0, Second: 0, Millisecond: 0 },
            "minute" => moment is { Second: 0, Millisecond: 0 },
            "second" => moment.Millisecond == 0,
            _ => true,
        };

    private static DateTime? Parse(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
