using System.Buffers;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Quality.Mutating;

/// <summary>Joins tokens that stand together: the digits of a number, the signs of an operator; and counts what encloses them.</summary>
internal static class LexemeReader
{
    private const string OperatorSigns = "+-*/<>=~!@#%^&|?";
    private static readonly SearchValues<char> Rarer = SearchValues.Create("~!@#%^&|?");

    public static List<Lexeme> Read(string sql)
    {
        var tokens = SqlTokens.Read(sql).ToList();
        var lexemes = new List<Lexeme>();
        var open = new Stack<string>();
        for (var at = 0; at < tokens.Count;)
        {
            var (kind, count) = Next(sql, tokens, at);
            var (start, end) = (tokens[at].Start, tokens[at + count - 1].Start + tokens[at + count - 1].Length);
            var text = sql[start..end];
            if (open.Count > 0 && kind is LexemeKind.Word or LexemeKind.Sign && Closes(open.Count > 0 ? open.Peek() : "", text))
                open.Pop();
            lexemes.Add(new Lexeme(kind, start, end, text, open.Count));
            if (kind is LexemeKind.Word or LexemeKind.Sign && Opens(text))
                open.Push(text.ToLowerInvariant());
            at += count;
        }
        return lexemes;
    }

    public static bool Opens(string text) => text is "(" or "[" || text.Equals("case", StringComparison.OrdinalIgnoreCase);

    private static bool Closes(string opening, string text) => opening switch
    {
        "(" => text == ")",
        "[" => text == "]",
        "case" => text.Equals("end", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static (LexemeKind Kind, int Count) Next(string sql, List<SqlToken> tokens, int at)
    {
        var first = sql[tokens[at].Start];
        return tokens[at].Kind switch
        {
            SqlTokenKind.Quoted => (first == '"' ? LexemeKind.QuotedName : LexemeKind.Text, 1),
            SqlTokenKind.Word when char.IsAsciiDigit(first) => (LexemeKind.Number, NumberLength(sql, tokens, at)),
            SqlTokenKind.Word => (LexemeKind.Word, 1),
            _ when first == ':' && TouchesSign(sql, tokens, at, ":") => (LexemeKind.Operator, 2),
            _ when OperatorSigns.Contains(first) => (LexemeKind.Operator, OperatorLength(sql, tokens, at)),
            _ => (LexemeKind.Sign, 1),
        };
    }

    private static int NumberLength(string sql, List<SqlToken> tokens, int at)
    {
        if (!TouchesSign(sql, tokens, at, "."))
            return 1;
        var hasDecimals = at + 2 < tokens.Count && tokens[at + 2].Start == tokens[at + 1].Start + 1 && char.IsAsciiDigit(sql[tokens[at + 2].Start]);
        return hasDecimals ? 3 : 2;
    }

    /// <summary>As long as signs touch; but a plus or minus at the end is a sign of what follows, unless a rarer character stands before it (manual, 4.1.3).</summary>
    private static int OperatorLength(string sql, List<SqlToken> tokens, int at)
    {
        var count = 1;
        while (at + count < tokens.Count && tokens[at + count].Start == tokens[at].Start + count
               && tokens[at + count].Kind == SqlTokenKind.Sign && OperatorSigns.Contains(sql[tokens[at + count].Start]))
            count++;
        var text = sql.AsSpan(tokens[at].Start, count);
        if (text.ContainsAny(Rarer))
            return count;
        while (count > 1 && text[count - 1] is '+' or '-')
            count--;
        return count;
    }

    private static bool TouchesSign(string sql, List<SqlToken> tokens, int at, string sign) =>
        at + 1 < tokens.Count && tokens[at + 1].Start == tokens[at].Start + tokens[at].Length
        && tokens[at + 1].Kind == SqlTokenKind.Sign && sql[tokens[at + 1].Start] == sign[0];
}
