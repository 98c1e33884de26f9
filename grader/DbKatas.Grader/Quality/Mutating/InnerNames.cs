namespace DbKatas.Grader.Quality.Mutating;

/// <summary>
/// The names that a text makes for its own use: aliases, CTEs, columns of subqueries. A learner has never heard of them, so what is said
/// of a slip leaves them out.
/// </summary>
internal sealed class InnerNames
{
    private const int Few = 3;

    private readonly SqlShape _shape;
    private readonly HashSet<string> _inner = new(StringComparer.OrdinalIgnoreCase);

    public InnerNames(SqlShape shape)
    {
        _shape = shape;
        for (var at = 1; at < shape.Count; at++)
            if (shape[at].IsName && IsMade(at))
                _inner.Add(shape[at].Text);
        _inner.ExceptWith(Output());
    }

    /// <summary>The columns that the whole text returns: the question names them.</summary>
    private IEnumerable<string> Output() =>
        from clause in _shape.Clauses
        where clause.Kind == ClauseKind.Select && clause.Body.Length > 0 && _shape[clause.Head].Depth == 0
        from item in _shape.Split(clause.Body, ",")
        where item.Length > 0 && _shape[item.To - 1].IsName
        select _shape[item.To - 1].Text;

    /// <summary>The columns named in a span, as a learner knows them: "status", "first_name and last_name"; null when there are none, or too many.</summary>
    public string? Columns(Span span)
    {
        if (Enumerable.Range(span.From, Math.Max(0, span.Length)).Any(at => _shape.Is(at, "select")))
            return null;
        var places = Enumerable.Range(span.From, Math.Max(0, span.Length)).Where(at => _shape[at].IsName && !_shape.Is(at + 1, "(") && !_shape.Is(at + 1, ".") && !_shape.Is(at - 1, "::"));
        var names = places.Select(at => _shape[at].Text).Where(name => !_inner.Contains(name)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count is 0 or > Few ? null : Join(names);
    }

    /// <summary>The columns that the text's own names in a span were made of: of previous_at, which is lag(happened_at), it is happened_at; null when there are none.</summary>
    public string? Origins(Span span)
    {
        var made = Enumerable.Range(span.From, Math.Max(0, span.Length)).Where(at => _shape[at].IsName && _inner.Contains(_shape[at].Text)).Select(at => _shape[at].Text).ToList();
        var items = _shape.Clauses.Where(clause => clause.Kind == ClauseKind.Select && clause.Body.Length > 0).SelectMany(clause => _shape.Split(clause.Body, ","));
        return items.Where(item => item.Length > 2 && _shape.Is(item.To - 2, "as") && made.Contains(_shape[item.To - 1].Text, StringComparer.OrdinalIgnoreCase))
            .Select(item => Columns(item with { To = item.To - 2 })).FirstOrDefault(columns => columns is not null);
    }

    /// <summary>A name or a constant without its alias: "status", "'GB'"; null when the span is more than that, or unknown to a learner.</summary>
    public string? Simple(Span span)
    {
        while (span.Length > 2 && _shape.Is(span.From + 1, "."))
            span = span with { From = span.From + 2 };
        if (span.Length == 2 && _shape.IsAny(span.From, "date", "timestamp", "interval", "time") && _shape.IsKind(span.From + 1, LexemeKind.Text))
            return _shape[span.From + 1].Text;
        if (span.Length != 1)
            return null;
        var lexeme = _shape[span.From];
        return lexeme.Kind is LexemeKind.Number or LexemeKind.Text || (lexeme.IsName && !_inner.Contains(lexeme.Text)) ? lexeme.Text : null;
    }

    /// <summary>The table at this place; null for a subquery, a function or a CTE.</summary>
    public string? Table(int at) =>
        at < _shape.Count && _shape[at].IsName && !_shape.Is(at + 1, "(") && !_inner.Contains(_shape[at].Text) ? _shape[at].Text : null;

    internal static string Join(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1];

    /// <summary>After AS within parentheses, before AS (, or an alias after a table or a closing parenthesis.</summary>
    private bool IsMade(int at) =>
        (_shape.Is(at - 1, "as") && _shape[at].Depth > 0)
        || (_shape.Is(at + 1, "as") && (_shape.Is(at + 2, "(") || _shape.Is(at + 3, "materialized")))
        || (_shape.Is(at - 1, "as") && _shape.Is(at + 1, "("))
        || ((_shape[at - 1].IsName || _shape.Is(at - 1, ")")) && !_shape.Is(at + 1, "(") && !_shape.Is(at - 2, "as"));
}
