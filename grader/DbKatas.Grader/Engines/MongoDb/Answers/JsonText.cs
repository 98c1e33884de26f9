using System.Globalization;
using System.Text;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>A JSON value as people write it: on one line, with spaces. What can't be seen is escaped, so that the text can be shown and pasted.</summary>
internal static class JsonText
{
    public static string Of(JsonNode node) => node.Form switch
    {
        JsonForm.Object when node.Fields.Count == 0 => "{ }",
        JsonForm.Object => $"{{ {string.Join(", ", node.Fields.Select(field => $"{Quoted(field.Name)}: {Of(field.Value)}"))} }}",
        JsonForm.Array => $"[{string.Join(", ", node.Items.Select(Of))}]",
        JsonForm.Text => Quoted(node.Text),
        JsonForm.Null => "null",
        _ => node.Text,
    };

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text.EnumerateRunes())
            if (letter.Value is '"' or '\\')
                quoted.Append('\\').Append(letter);
            else if (letter.Value == ' ' || !IsHidden(Rune.GetUnicodeCategory(letter)))
                quoted.Append(letter);
            else
                foreach (var unit in letter.ToString())
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        return quoted.Append('"').ToString();
    }

    private static bool IsHidden(UnicodeCategory category) => category is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
}
