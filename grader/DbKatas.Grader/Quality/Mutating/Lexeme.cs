namespace DbKatas.Grader.Quality.Mutating;

internal enum LexemeKind
{
    /// <summary>A keyword, or a name without quotes.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>A string constant.</summary>
    Text,

    /// <summary>A number without a sign, its decimals included.</summary>
    Number,

    /// <summary>A whole operator: "&lt;=", "||", "::".</summary>
    Operator,

    /// <summary>A parenthesis, a bracket, a comma, a dot, a semicolon.</summary>
    Sign,
}

/// <summary>One word or sign of a SQL text.</summary>
/// <param name="Depth">How many parentheses, brackets and CASE … END it stands in; an opening one has the depth around it.</param>
internal readonly record struct Lexeme(LexemeKind Kind, int Start, int End, string Text, int Depth)
{
    /// <summary>Before the first and after the last.</summary>
    public static readonly Lexeme None = new(LexemeKind.Sign, 0, 0, "", 0);

    public bool Is(string word) => Kind is not (LexemeKind.QuotedName or LexemeKind.Text) && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is LexemeKind.QuotedName || (Kind == LexemeKind.Word && !SqlWords.IsKeyword(Text));
}

/// <summary>Lexemes from <paramref name="From"/> up to, but not including, <paramref name="To"/>.</summary>
internal readonly record struct Span(int From, int To)
{
    public int Length => To - From;
}
