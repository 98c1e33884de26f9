namespace DbKatas.Grader.Engines.Postgres;

/// <summary>One statement of a script, without its semicolon.</summary>
/// <param name="Text">From the first token to the last, comments within included.</param>
/// <param name="Start">Index of the first character in the script.</param>
public sealed record SqlStatement(string Text, int Start)
{
    /// <summary>True for what can do no more to a connection than read from it, unless a function that it calls does.</summary>
    public bool IsQuery() =>
        SqlTokens.Read(Text).Take(1).Any(first => Text.Substring(first.Start, first.Length).ToLowerInvariant() is "select" or "with" or "values" or "table" or "(");

    /// <summary>True for a query that sorts its result at its end. One that stands in parentheses as a whole is taken for sorted.</summary>
    public bool IsOrdered()
    {
        var (depth, previous) = (0, "");
        foreach (var token in SqlTokens.Read(Text))
        {
            var word = Text.Substring(token.Start, token.Length).ToLowerInvariant();
            if (token.Start == 0 && word == "(")
                return true;
            depth += word switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0 && previous == "order" && word == "by")
                return true;
            previous = word;
        }
        return false;
    }
}

/// <summary>
/// A SQL text cut into statements the way psql does it: a semicolon ends a statement unless it stands in a string, a quoted name, a
/// dollar-quoted body, a comment, in parentheses or in a BEGIN ATOMIC … END body. Anything unfinished is left to the server to refuse.
/// </summary>
public static class SqlScript
{
    /// <returns>The statements in order; none for a text of blanks and comments alone.</returns>
    public static IReadOnlyList<SqlStatement> Split(string sql)
    {
        var statements = new List<SqlStatement>();
        var (start, end, parentheses) = (-1, 0, 0);
        var body = new AtomicBody();
        foreach (var token in SqlTokens.Read(sql))
        {
            var text = sql.AsSpan(token.Start, token.Length);
            if (text is ";" && parentheses == 0 && !body.IsOpen)
            {
                Add();
                (start, parentheses) = (-1, 0);
                body = new AtomicBody();
                continue;
            }
            if (start < 0)
                start = token.Start;
            end = token.Start + token.Length;
            parentheses = Math.Max(0, parentheses + (text is "(" ? 1 : text is ")" ? -1 : 0));
            if (token.Kind == SqlTokenKind.Word)
                body.Read(text);
        }
        Add();
        return statements;

        void Add()
        {
            if (start >= 0)
                statements.Add(new SqlStatement(sql[start..end], start));
        }
    }

    /// <summary>Follows BEGIN ATOMIC … END, in which CASE … END nests, through the words of one statement.</summary>
    private struct AtomicBody
    {
        private int _depth;
        private bool _afterBegin;

        public readonly bool IsOpen => _depth > 0;

        public void Read(ReadOnlySpan<char> word)
        {
            var isBegin = word.Equals("begin", StringComparison.OrdinalIgnoreCase);
            if (_afterBegin && word.Equals("atomic", StringComparison.OrdinalIgnoreCase))
                _depth++;
            else if (IsOpen && word.Equals("case", StringComparison.OrdinalIgnoreCase))
                _depth++;
            else if (IsOpen && word.Equals("end", StringComparison.OrdinalIgnoreCase))
                _depth--;
            _afterBegin = isBegin;
        }
    }
}
