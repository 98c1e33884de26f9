using System.Globalization;
using System.Text;
using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Feedback;

/// <summary>Says why two values that look the same, or nearly, are not: another type, or other characters of the same shape.</summary>
internal static class LookAlikes
{
    // Letters and signs that most fonts draw alike, by the ASCII character that they resemble.
    private static readonly Dictionary<int, char> _confusable = Pairs(
        "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX аa сc еe һh іi јj оo рp ѕs хx уy "
        + "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ’' ‘' “\" ”\" –- —- ‐- ‑- −- ․.");

    /// <summary>One sentence for each column that needs one, from the first pair of values that shows it.</summary>
    public static IEnumerable<string> Notes(Difference difference, DifferenceTable table)
    {
        var shown = table.Shown.ToList();
        for (int column = 0; column < difference.Expected.Columns.Count; column++)
        {
            if (Pairs(shown, column).Select(pair => Note(pair.Expected, pair.Actual)).FirstOrDefault(note => note is not null) is { } note)
            {
                yield return $"{CellText.Name(difference.Expected.Columns[column].Name)}: {note}";
            }
        }
    }

    /// <summary>Why an actual value is not the expected one although it may look so; null when that can be seen.</summary>
    public static string? Note(in Value expected, in Value actual)
    {
        if (expected.Kind == ValueKind.Null || actual.Kind == ValueKind.Null)
        {
            return null;
        }
        if (CellText.KindOf(expected) != CellText.KindOf(actual))
        {
            return $"{CellText.WithKind(actual)} where {CellText.KindOf(expected)} is expected.";
        }
        return expected.Kind is ValueKind.Text or ValueKind.Other ? CharacterNote(expected.Text ?? "", actual.Text ?? "") : null;
    }

    private static IEnumerable<(Value Expected, Value Actual)> Pairs(List<(Value[]? Expected, Value[]? Actual)> shown, int column)
    {
        foreach (var (expected, actual) in shown)
        {
            if (expected is not null && actual is not null)
            {
                yield return (expected[column], actual[column]);
            }
        }
        // Rows that could not be paired still tell something when there is one on each side.
        var missing = shown.FirstOrDefault(row => row.Actual is null).Expected;
        var extra = shown.FirstOrDefault(row => row.Expected is null).Actual;
        if (missing is not null && extra is not null)
        {
            yield return (missing[column], extra[column]);
        }
    }

    private static string? CharacterNote(string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }
        int at = RuneStart(expected, actual);
        bool canLookAlike = Folded(expected) == Folded(actual) || IsComposed(expected, at) != IsComposed(actual, at);
        return canLookAlike ? $"{Character(actual, at)} where {Character(expected, at)} is expected; they can look alike." : null;
    }

    // é is one character or a letter and a mark. Without the tables of normal forms, which need ICU, the marks alone tell.
    private static bool IsComposed(string text, int at) => at < text.Length && StringInfo.GetNextTextElementLength(text, at) > 1 && IsMark(text, at + 1);

    private static int RuneStart(string a, string b)
    {
        int at = a.AsSpan().CommonPrefixLength(b);
        // A combining mark changes the letter before it, and half a surrogate pair is no character.
        bool insideCharacter = at > 0 && (IsMark(a, at) || IsMark(b, at) || char.IsHighSurrogate(a[at - 1]));
        return insideCharacter ? at - 1 : at;
    }

    private static bool IsMark(string text, int at) =>
        at < text.Length && char.GetUnicodeCategory(text, at) == UnicodeCategory.NonSpacingMark;

    private static string Character(string text, int at)
    {
        if (at >= text.Length)
        {
            return "the end";
        }
        string cluster = StringInfo.GetNextTextElement(text, at);
        var points = cluster.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}");
        return $"{VisibleText.Quote(cluster)} ({string.Join(" ", points)})";
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            folded.Append(_confusable.TryGetValue(rune.Value, out char like) ? like.ToString() : rune.ToString());
        }
        return folded.ToString();
    }

    private static Dictionary<int, char> Pairs(string pairs) =>
        pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => (int)pair[0], pair => pair[1]);
}
