namespace DbKatas.Grader.Quality.Mutating;

/// <summary>
/// A SQL text as slips see it: its lexemes, what closes what, and its clauses. It knows no grammar beyond that, and never fails.
/// </summary>
internal sealed class SqlShape
{
    private readonly List<Lexeme> _lexemes;

    private SqlShape(string sql)
    {
        Sql = sql;
        _lexemes = LexemeReader.Read(sql);
        Clauses = ClauseReader.Read(this);
        Names = new InnerNames(this);
    }

    public string Sql { get; }

    public int Count => _lexemes.Count;

    /// <summary>In the order in which they begin.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    public InnerNames Names { get; }

    /// <summary>Nothing beyond either end: unfinished text is the server's to refuse.</summary>
    public Lexeme this[int at] => at >= 0 && at < Count ? _lexemes[at] : Lexeme.None;

    public static SqlShape Read(string sql) => new(sql);

    /// <summary>False also beyond either end.</summary>
    public bool Is(int at, string word) => this[at].Is(word);

    public bool IsAny(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Is(at, word))
                return true;
        return false;
    }

    public bool IsKind(int at, LexemeKind kind) => this[at].Kind == kind && this[at].Text.Length > 0;

    /// <summary>Where each of the words stands in the text, one after the other.</summary>
    public IEnumerable<int> Find(string word) => Enumerable.Range(0, Count).Where(at => _lexemes[at].Is(word));

    /// <summary>Where a call of the function begins: its name with a parenthesis after it.</summary>
    public IEnumerable<int> FindCalls(string name) => Find(name).Where(at => Is(at + 1, "(") && !Is(at - 1, "."));

    /// <summary>What closes the parenthesis, bracket or CASE at this place; the end of the text when nothing does.</summary>
    public int Close(int open)
    {
        var at = open + 1;
        while (at < Count && _lexemes[at].Depth > this[open].Depth)
            at++;
        return at;
    }

    /// <summary>What stands in the parentheses of a call, part by part.</summary>
    public IReadOnlyList<Span> Arguments(int call)
    {
        var body = new Span(call + 2, Close(call + 1));
        return body.Length <= 0 ? [] : Split(body, ",");
    }

    /// <summary>Cuts at a word or sign, wherever it stands in no parentheses within the span.</summary>
    public IReadOnlyList<Span> Split(Span span, string separator)
    {
        var parts = new List<Span>();
        var from = span.From;
        foreach (var at in TopLevel(span).Where(at => Is(at, separator)))
        {
            parts.Add(new Span(from, at));
            from = at + 1;
        }
        parts.Add(new Span(from, span.To));
        return parts;
    }

    /// <summary>The places in a span that stand in no parentheses within it.</summary>
    public IEnumerable<int> TopLevel(Span span) => span.Length <= 0
        ? []
        : Enumerable.Range(span.From, span.Length).Where(at => this[at].Depth == this[span.From].Depth);

    public string Text(Span span) => Clamp(span) is { Length: > 0 } within ? Sql[_lexemes[within.From].Start.._lexemes[within.To - 1].End] : "";

    public Edit Replace(Span span, string with) => Clamp(span) is { Length: > 0 } within
        ? new Edit(_lexemes[within.From].Start, _lexemes[within.To - 1].End, with)
        : new Edit(Sql.Length, Sql.Length, with);

    public Edit Replace(int at, string with) => Replace(new Span(at, at + 1), with);

    public Edit Remove(Span span) => Replace(span, "");

    public Edit PutBefore(int at, string text) => new(this[at].Start, this[at].Start, text + " ");

    public Edit PutAfter(int at, string text) => new(this[at].End, this[at].End, $" {text} ");

    /// <summary>Takes one part out of a list, with the separator that parts it from its neighbour.</summary>
    public Edit RemovePart(IReadOnlyList<Span> parts, int index) => index == 0
        ? Remove(new Span(parts[0].From, parts[1].From))
        : Remove(new Span(parts[index - 1].To, parts[index].To));

    private Span Clamp(Span span) => new(Math.Max(0, span.From), Math.Min(span.To, Count));
}
