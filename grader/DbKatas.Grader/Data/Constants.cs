using System.Globalization;
using System.Text.RegularExpressions;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Data;

/// <summary>A constant of the reference answer. Answers go wrong at it and right beside it.</summary>
/// <param name="Text">Its value, without quotes.</param>
/// <param name="IsNumber">True for a number, false for a string.</param>
/// <param name="Near">Names close by in the text: the column that it is compared with is mostly among them.</param>
internal sealed record Constant(string Text, bool IsNumber, IReadOnlySet<string> Near);

/// <summary>The constants of an answer.</summary>
internal static partial class Constants
{
    // So many tokens before a constant, and after it, may name its column: "p.country <> 'GB'", "'GB' = p.country", "between 40 and 120".
    private const int Before = 8;
    private const int After = 4;

    public static IReadOnlyList<Constant> Of(string sql)
    {
        var tokens = SqlTokens.Read(sql).Select(token => (token.Kind, Text: sql.Substring(token.Start, token.Length))).ToList();
        var found = new List<Constant>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (kind, text) = tokens[i];
            var isNumber = kind == SqlTokenKind.Word && char.IsAsciiDigit(text[0]);
            if (isNumber && i + 2 < tokens.Count && tokens[i + 1].Text == "." && char.IsAsciiDigit(tokens[i + 2].Text[0]))
                text += "." + tokens[i + 2].Text;
            if (!isNumber && (kind != SqlTokenKind.Quoted || text[0] == '"'))
                continue;
            var near = tokens[Math.Max(0, i - Before)..i].Concat(tokens[i..Math.Min(tokens.Count, i + After)])
                .Where(token => token.Kind == SqlTokenKind.Word).Select(token => token.Text.ToLowerInvariant()).ToHashSet();
            found.Add(new Constant(isNumber ? text : Unquoted(text), isNumber, near));
        }
        return found;
    }

    /// <summary>The constants that may be compared with a column: those that stand near its name, or all when none does.</summary>
    public static IReadOnlyList<Constant> For(this IReadOnlyList<Constant> constants, string column)
    {
        var near = constants.Where(constant => constant.Near.Contains(column)).ToList();
        return near.Count > 0 ? near : constants;
    }

    /// <summary>The lengths of time that an answer names: '30 minutes', '1 day'.</summary>
    public static IEnumerable<TimeSpan> Intervals(this IEnumerable<Constant> constants) =>
        constants.Where(c => !c.IsNumber).Select(c => Interval().Match(c.Text)).Where(match => match.Success).Select(match =>
        {
            var number = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            return match.Groups[2].Value switch
            {
                "second" => TimeSpan.FromSeconds(number),
                "minute" => TimeSpan.FromMinutes(number),
                "hour" => TimeSpan.FromHours(number),
                "day" => TimeSpan.FromDays(number),
                "week" => TimeSpan.FromDays(7 * number),
                _ => TimeSpan.FromDays(30 * number),
            };
        }).Where(length => length < TimeSpan.FromDays(4000)).Distinct();

    private static string Unquoted(string token)
    {
        if (token[0] == '$')
            return token.Split('$', 3) is [_, _, var body] ? body[..Math.Max(0, body.LastIndexOf('$', Math.Max(0, body.Length - 2)))] : "";
        var start = token.IndexOf('\'') + 1;
        return token[start..Math.Max(start, token.Length - 1)].Replace("''", "'", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*(\d{1,4}(?:\.\d+)?)\s*(second|minute|hour|day|week|month)s?\s*$")]
    private static partial Regex Interval();
}
