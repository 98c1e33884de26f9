using System.Globalization;
using System.Text.RegularExpressions;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Constants: one more, one less, a day or a second off, text in capitals.</summary>
internal static partial class ConstantSlips
{
    private const string Operator = "constant";

    public static IEnumerable<Slip> Of(SqlShape sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            var others = sql[at].Kind switch
            {
                LexemeKind.Number when !IsMeasure(sql, at) => Numbers(sql[at].Text),
                LexemeKind.Text when !IsWord(sql, at) => Texts(sql[at].Text),
                LexemeKind.Word when !sql.IsAny(at - 1, "is", "not", "on") => Truths(sql[at]),
                _ => [],
            };
            foreach (var other in others)
                yield return new Slip(Operator, $"{other} stood where the question needs {sql[at].Text}", sql.Replace(at, other.StartsWith('-') ? $"({other})" : other));
        }
    }

    private static IEnumerable<string> Truths(Lexeme word) => word.Is("true") ? ["false"] : word.Is("false") ? ["true"] : [];

    /// <summary>The length of a type, or the number of a column in ORDER BY: no constant of the calculation.</summary>
    private static bool IsMeasure(SqlShape sql, int at)
    {
        if (sql.IsAny(at - 2, "numeric", "decimal", "varchar", "char", "bit") || sql.IsAny(at - 4, "numeric", "decimal"))
            return true;
        return sql.Clauses.Any(clause => clause.Kind is ClauseKind.OrderBy or ClauseKind.GroupBy or ClauseKind.Limit or ClauseKind.Offset or ClauseKind.Fetch
                                         && clause.Body.From <= at && at < clause.Body.To && sql[at].Depth == sql[clause.Head].Depth);
    }

    /// <summary>A pattern or a unit: other slips see to them, and capitals change nothing.</summary>
    private static bool IsWord(SqlShape sql, int at) =>
        sql.IsAny(at - 1, "like", "ilike", "as") || (sql.Is(at - 1, "(") && sql.IsAny(at - 2, "date_trunc", "date_part", "extract"));

    private static IEnumerable<string> Numbers(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            yield break;
        var decimals = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
        var step = (decimal)Math.Pow(10, -Math.Min(decimals, 10));
        yield return (number + step).ToString(CultureInfo.InvariantCulture);
        yield return (number - step).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Texts(string quoted)
    {
        if (!quoted.StartsWith('\'') || quoted.Length < 3)
            return [];
        var text = quoted[1..^1];
        if (Day().IsMatch(text) && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day))
            return [$"'{day.AddDays(1):yyyy-MM-dd}'", $"'{day.AddDays(-1):yyyy-MM-dd}'"];
        if (Moment().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, out var moment))
            return [$"'{moment.AddSeconds(1):yyyy-MM-dd HH:mm:ss}'", $"'{moment.AddSeconds(-1):yyyy-MM-dd HH:mm:ss}'", $"'{moment.AddDays(1):yyyy-MM-dd HH:mm:ss}'"];
        if (Counted().Match(text) is { Success: true } counted && int.TryParse(counted.Groups[1].Value, CultureInfo.InvariantCulture, out var number))
            return [$"'{number + 1}{counted.Groups[2].Value}'", $"'{number - 1}{counted.Groups[2].Value}'"];
        var capitals = text.Any(char.IsLower) ? text.ToUpperInvariant() : text.ToLowerInvariant();
        return capitals == text ? [] : [$"'{capitals}'"];
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?$")]
    private static partial Regex Moment();

    /// <summary>"30 minutes", "1 day", "42".</summary>
    [GeneratedRegex(@"^(\d{1,9})(\s*[a-z]*)$")]
    private static partial Regex Counted();
}
