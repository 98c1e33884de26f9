namespace DbKatas.Grader.Engines.Postgres;

public enum SqlTokenKind
{
    /// <summary>A keyword, a name without quotes or a number.</summary>
    Word,

    /// <summary>A string, a dollar-quoted body or a quoted name, quotes included.</summary>
    Quoted,

    /// <summary>One character of an operator or of punctuation.</summary>
    Sign,
}

public readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length);

/// <summary>
/// Cuts SQL into tokens by PostgreSQL's lexical rules (manual, chapter 4.1), leaving out blanks and comments. Never fails: what is
/// not closed reaches to the end of the text.
/// </summary>
public static class SqlTokens
{
    public static IEnumerable<SqlToken> Read(string sql)
    {
        for (var at = 0; at < sql.Length;)
        {
            var (kind, end) = Next(sql, at);
            if (kind is { } token)
                yield return new SqlToken(token, at, end - at);
            at = end;
        }
    }

    private static (SqlTokenKind? Kind, int End) Next(string sql, int at)
    {
        var c = sql[at];
        var next = at + 1 < sql.Length ? sql[at + 1] : '\0';
        return c switch
        {
            _ when char.IsWhiteSpace(c) => (null, at + 1),
            '-' when next == '-' => (null, EndOfLine(sql, at)),
            '/' when next == '*' => (null, EndOfComment(sql, at)),
            '\'' => (SqlTokenKind.Quoted, EndOfQuoted(sql, at, '\'', backslashes: false)),
            '"' => (SqlTokenKind.Quoted, EndOfQuoted(sql, at, '"', backslashes: false)),
            'e' or 'E' when next == '\'' => (SqlTokenKind.Quoted, EndOfQuoted(sql, at + 1, '\'', backslashes: true)),
            '$' when DollarTag(sql, at) is { } tag => (SqlTokenKind.Quoted, EndOfDollarQuoted(sql, at, tag)),
            _ when IsWordPart(c) && c != '$' => (SqlTokenKind.Word, EndOfWord(sql, at)),
            _ => (SqlTokenKind.Sign, at + 1),
        };
    }

    private static int EndOfLine(string sql, int at) => sql.IndexOf('\n', at) is var end && end < 0 ? sql.Length : end;

    private static int EndOfComment(string sql, int at)
    {
        var depth = 0;
        for (; at < sql.Length; at++)
            if (StandsAt(sql, at, "/*"))
                (depth, at) = (depth + 1, at + 1);
            else if (StandsAt(sql, at, "*/") && --depth == 0)
                return at + 2;
            else if (StandsAt(sql, at, "*/"))
                at++;
        return sql.Length;
    }

    private static int EndOfQuoted(string sql, int at, char quote, bool backslashes)
    {
        for (at++; at < sql.Length; at++)
            if (backslashes && sql[at] == '\\')
                at++;
            else if (sql[at] == quote && at + 1 < sql.Length && sql[at + 1] == quote)
                at++;
            else if (sql[at] == quote)
                return at + 1;
        return sql.Length;
    }

    /// <summary>The opening "$tag$" at this place, or null where the dollar begins none ("$1").</summary>
    private static string? DollarTag(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && sql[end] != '$' && IsWordPart(sql[end]) && !(end == at + 1 && char.IsAsciiDigit(sql[end])))
            end++;
        return end < sql.Length && sql[end] == '$' ? sql[at..(end + 1)] : null;
    }

    private static int EndOfDollarQuoted(string sql, int at, string tag) =>
        sql.IndexOf(tag, at + tag.Length, StringComparison.Ordinal) is var end && end < 0 ? sql.Length : end + tag.Length;

    private static int EndOfWord(string sql, int at)
    {
        while (at < sql.Length && IsWordPart(sql[at]))
            at++;
        return at;
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= '\u0080';

    private static bool StandsAt(string sql, int at, string text) => string.CompareOrdinal(sql, at, text, 0, text.Length) == 0;
}
