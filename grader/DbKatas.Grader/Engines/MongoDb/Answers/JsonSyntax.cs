using System.Text.RegularExpressions;

namespace DbKatas.Grader.Engines.MongoDb.Answers;

/// <summary>Says what is wrong at a place where JSON breaks off, above all where somebody writes as in MongoDB's shell.</summary>
internal static partial class JsonSyntax
{
    public static JsonFaultException Explain(string text, int at, bool isTooDeep)
    {
        if (isTooDeep)
            return new JsonFaultException("brackets are nested more than 100 deep here, and MongoDB takes no more", at);
        var start = WordStart(text, at);
        return start >= text.Length || string.IsNullOrWhiteSpace(text[start..])
            ? new JsonFaultException("the file ends before everything is closed: a } or a ] is missing", text.TrimEnd().Length)
            : new JsonFaultException(Explain(text, start), start);
    }

    private static string Explain(string text, int at)
    {
        if (Word().Match(text, at) is { Success: true, Value: var word } && Constructors.TryGetValue(word, out var instead))
            return $"JSON has no {word}(…). Write {instead}";
        return text[at] switch
        {
            '\'' => "texts and keys stand in double quotes here, not in single ones",
            '/' => "JSON has no /regular expressions/. Write { \"$regex\": \"…\" }",
            '}' or ']' => $"this {text[at]} is not expected: something before it is missing, or is closed already",
            '"' or '{' or '[' => $"this {text[at]} is not expected: a comma before it may be missing, or the file goes on after its end",
            '\n' or '\r' => "a text ends with its line: its closing quote is missing",
            '\\' => "a backslash stands in front of nothing that it can stand for. Write it twice: \\\\",
            var c when char.IsAsciiLetter(c) || c is '$' or '_' => $"\"{Word().Match(text, at).Value}\" stands without double quotes; keys and texts need them",
            var c when char.IsAsciiDigit(c) || c is '-' or '+' or '.' => "this number is not written as JSON writes one (as in 12, -0.5 or 1e6), or a comma before it is missing",
            var c => $"'{c}' is not expected here; often a comma or a quote is missing just before",
        };
    }

    private static readonly Dictionary<string, string> Constructors = new()
    {
        ["ObjectId"] = """{ "$oid": "…" }""",
        ["ISODate"] = """{ "$date": "2026-03-01T00:00:00Z" }""",
        ["Date"] = """{ "$date": "2026-03-01T00:00:00Z" }""",
        ["new"] = """{ "$date": "2026-03-01T00:00:00Z" }""",
        ["NumberLong"] = """{ "$numberLong": "…" }""",
        ["NumberInt"] = "the number alone",
        ["NumberDecimal"] = """{ "$numberDecimal": "…" }""",
        ["Decimal128"] = """{ "$numberDecimal": "…" }""",
    };

    /// <summary>The reader may stop inside a word or just behind it ("tru", "nul"): back to its beginning.</summary>
    private static int WordStart(string text, int at)
    {
        if (at >= text.Length || !(IsPart(text[at]) || text[at] is ' ' or ',' or '}' or ']'))
            return Math.Min(at, text.Length);
        var start = at;
        while (start > 0 && IsPart(text[start - 1]))
            start--;
        return start > 0 && text[start - 1] == '"' ? at : start;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '$' or '_';

    [GeneratedRegex(@"\G[$\w.]+")]
    private static partial Regex Word();
}
