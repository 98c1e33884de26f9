using System.Text;
using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Engines.Postgres;

/// <summary>Arrays as the server prints and reads them, {1,NULL,"a b",{…}} (manual, chapters 8.15.2 and 8.15.6).</summary>
internal static class ArrayLiteral
{
    public static IReadOnlyList<Value> Read(string text, PostgresType item)
    {
        // Bounds other than 1 are printed in front: [0:2]={1,2,3}. They are no part of what the array holds.
        var at = text.IndexOf('{');
        return ReadItems(text, ref at, item);
    }

    /// <summary>An array of one dimension.</summary>
    /// <param name="items">As the server reads a single value of the type; null for NULL.</param>
    public static string Write(IEnumerable<string?> items)
    {
        var text = new StringBuilder("{");
        foreach (var item in items)
        {
            text.Append(text.Length > 1 ? "," : "");
            if (item is null)
                text.Append("NULL");
            else
                text.Append('"').Append(item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }
        return text.Append('}').ToString();
    }

    private static List<Value> ReadItems(string text, ref int at, PostgresType item)
    {
        var items = new List<Value>();
        for (at++; at < text.Length && text[at] != '}';)
        {
            if (text[at] == ',')
                at++;
            else if (text[at] == '{')
                items.Add(ReadNested(text, ref at, item));
            else
                items.Add(ReadItem(text, ref at, item));
        }
        at++;
        return items;
    }

    private static Value ReadNested(string text, ref int at, PostgresType item)
    {
        var start = at;
        var items = ReadItems(text, ref at, item);
        return new Value(ValueKind.Array, text[start..at], items);
    }

    private static Value ReadItem(string text, ref int at, PostgresType item)
    {
        var quoted = text[at] == '"';
        var content = new StringBuilder();
        for (at += quoted ? 1 : 0; at < text.Length && (quoted ? text[at] != '"' : text[at] is not (',' or '}')); at++)
        {
            if (text[at] == '\\')
                at++;
            content.Append(text[at]);
        }
        at += quoted ? 1 : 0;
        return !quoted && content.ToString() == "NULL" ? Value.Null : item.Value(content.ToString());
    }
}
