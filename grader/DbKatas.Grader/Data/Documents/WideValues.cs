using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Data.Documents;

/// <summary>Values beyond the seed's own that are still what a question has in mind: next year's dates, "Porto Novo" beside "Porto", sums ten times as large.</summary>
internal static partial class WideValues
{
    /// <summary>So many of the seed's values are starting points.</summary>
    private const int Most = 6;

    private const int Larger = 10;

    private static readonly string[] BehindNames = ["Novo", "Minor"];
    private static readonly string[] BeforeNames = ["New", "Old"];
    private static readonly string[] BehindWords = ["plus", "late"];
    private static readonly string[] BeforeWords = ["half", "not"];

    public static IEnumerable<JsonNode> Of(FieldShape field, IReadOnlyList<Constant> constants, ColumnDomain? rules)
    {
        JsonNode[] seed = [.. field.Scalars.DistinctBy(ValueKinds.Key)];
        var texts = rules?.Values is null ? seed.Where(value => value.Kind() == DocumentKind.Text).Select(value => value.Text).ToList() : [];
        return Texts(texts).Select(text => JsonNodes.Text(text)).Concat(Dates(seed, constants)).Concat(Numbers(seed));
    }

    /// <summary>Words alone: a code or an address would be none any more.</summary>
    private static IEnumerable<string> Texts(List<string> seed) =>
        seed.Where(text => Words().IsMatch(text)).Take(Most).SelectMany(Beside).Except(seed);

    private static IEnumerable<string> Beside(string text)
    {
        var isName = char.IsUpper(text[0]);
        var between = text.Contains(' ') ? ' ' : text.FirstOrDefault(letter => letter is '-' or '_', ' ');
        foreach (var (behind, before) in isName ? BehindNames.Zip(BeforeNames) : BehindWords.Zip(BeforeWords))
        {
            yield return $"{text}{between}{behind}";
            yield return $"{before}{between}{text}";
        }
    }

    private static IEnumerable<JsonNode> Dates(IReadOnlyList<JsonNode> seed, IReadOnlyList<Constant> constants)
    {
        var known = seed.Select(value => value.Moment()).OfType<DateTime>().Where(at => at.Year is > 1000 and < 9000).ToList();
        if (known.Count == 0)
            return [];
        // The day that the question names, in another year and month, at one of the seed's hours.
        var asked = constants.Where(constant => !constant.IsNumber).Select(constant => TimeValues.Parse(constant.Text)).OfType<DateTime>()
            .Where(at => Math.Abs(at.Year - known[0].Year) < 2).Distinct().Select(at => at.Date + known[^1].TimeOfDay);
        var starts = asked.Concat(known.Where((_, place) => place % Math.Max(1, known.Count / Most) == 0));
        return starts.SelectMany(Around).Select(at => JsonNodes.Date(at));
    }

    private static IEnumerable<DateTime> Around(DateTime at)
    {
        var leapYear = LeapYears.From(at.Year);
        DateTime[] days =
        [
            at.AddYears(-1), at.AddYears(1), at.AddMonths(-1), at.AddMonths(1), at.AddMonths(-5), at.AddMonths(5), at.AddDays(-12), at.AddDays(12),
            new(at.Year, 3, 31), new(at.Year, 6, 30), new(at.Year, 9, 30), new(at.Year, 12, 31), new(leapYear, 2, 29), new(leapYear, 12, 31),
        ];
        return days.Select(day => day.Date + at.TimeOfDay);
    }

    private static IEnumerable<JsonNode> Numbers(IReadOnlyList<JsonNode> seed) =>
        seed.Select(value => NumberValues.Parse(value.Digits())).OfType<decimal>().OrderDescending().Take(1)
            .Where(most => most > 0).SelectMany(most => new[] { most * Larger, most * Larger - 1 }).Select(number => JsonNodes.Number(number));

    [GeneratedRegex(@"^\p{L}[\p{L} _-]*$")]
    private static partial Regex Words();
}
