using System.Globalization;
using System.Text;

namespace DbKatas.Grader.Feedback;

/// <summary>
/// Data as it may be printed: nothing in it can steer a terminal, break a line or hide. Control characters, line ends, unusual spaces,
/// zero-width and direction marks and lone surrogates appear as escapes such as <c>\n</c> and <c>\u200b</c>.
/// </summary>
internal static class VisibleText
{
    // A base letter takes a few accents in real languages; a tower of them only spoils the lines around it.
    private const int MostMarks = 3;

    /// <summary>The text with whatever is invisible escaped; unchanged for ordinary text.</summary>
    public static string Escape(string text)
    {
        var visible = new StringBuilder(text.Length);
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            AppendCluster(visible, clusters.GetTextElement());
        }
        return visible.ToString();
    }

    /// <summary>The text escaped and between quotes, quotes doubled and backslashes too, so that no two texts look the same.</summary>
    public static string Quote(string text) =>
        $"'{Escape(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal))}'";

    /// <summary>True when the bare text could be taken for something else: nothing, NULL, a quoted text, or without its spaces.</summary>
    public static bool NeedsQuotes(string text) =>
        text.Length == 0
        || char.IsWhiteSpace(text[0])
        || char.IsWhiteSpace(text[^1])
        || text.Contains("  ", StringComparison.Ordinal)
        || text.StartsWith('\'')
        || text.Equals("NULL", StringComparison.OrdinalIgnoreCase)
        || Escape(text) != text;

    private static void AppendCluster(StringBuilder visible, string cluster)
    {
        bool isEmoji = char.IsSurrogatePair(cluster, 0) || (cluster.Length > 1 && char.GetUnicodeCategory(cluster[0]) == UnicodeCategory.OtherSymbol);
        int marks = 0;
        for (int i = 0; i < cluster.Length; i++)
        {
            if (!Rune.TryGetRuneAt(cluster, i, out var rune))
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)cluster[i]:x4}");
                continue;
            }
            bool isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks += isMark ? 1 : 0;
            // Joiners and variation selectors belong to an emoji; elsewhere they hide.
            bool joins = isEmoji && i > 0 && (isMark || rune.Value == 0x200D);
            bool hides = isMark ? i == 0 || marks > MostMarks || IsHidingMark(rune) : IsHidden(rune);
            visible.Append(hides && !joins ? EscapeOf(rune) : rune.ToString());
            i += rune.Utf16SequenceLength - 1;
        }
    }

    private static bool IsHidingMark(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F;

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.SpaceSeparator => rune.Value != ' ',
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => true,
        // Hangul fillers and the braille blank are letters and symbols by category, and blank.
        _ => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800,
    };

    private static string EscapeOf(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= 0xFFFF => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    };
}
