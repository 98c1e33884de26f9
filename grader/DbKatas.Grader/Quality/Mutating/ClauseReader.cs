namespace DbKatas.Grader.Quality.Mutating;

/// <summary>Finds the clauses: each reaches from its keyword to the next one's at the same depth, or to where its parentheses close.</summary>
internal sealed class ClauseReader
{
    private readonly SqlShape _shape;
    private readonly List<Clause> _clauses = [];
    private readonly Stack<Level> _levels = new([new Level()]);
    private int _queries;

    private ClauseReader(SqlShape shape) => _shape = shape;

    public static IReadOnlyList<Clause> Read(SqlShape shape)
    {
        var reader = new ClauseReader(shape);
        for (var at = 0; at < shape.Count; at++)
            reader.Read(at);
        while (reader._levels.TryPop(out var level))
            reader.End(level, shape.Count);
        return [.. reader._clauses.OrderBy(clause => clause.Head)];
    }

    private void Read(int at)
    {
        while (_levels.Count - 1 > _shape[at].Depth)
            End(_levels.Pop(), at);
        while (_levels.Count - 1 < _shape[at].Depth)
            _levels.Push(new Level());
        var level = _levels.Peek();
        if (_shape.IsAny(at, "union", "intersect", "except", ";"))
            End(level, at);
        else if (Head(at, level) is var (kind, words) && words > 0)
            Begin(level, kind, at, words);
    }

    private void Begin(Level level, ClauseKind kind, int at, int words)
    {
        End(level, at);
        if (kind is ClauseKind.Select or ClauseKind.Values || level.Query == 0 || _shape.IsAny(at, "update", "delete", "insert"))
            level.Query = ++_queries;
        (level.Kind, level.Head, level.Start) = (kind, at, at + words);
    }

    private void End(Level level, int at)
    {
        if (level.Head >= 0)
            _clauses.Add(new Clause(level.Kind, level.Head, new Span(Math.Min(level.Start, at), at), level.Query));
        level.Head = -1;
    }

    private (ClauseKind Kind, int Words) Head(int at, Level level) => _shape[at].Text.ToLowerInvariant() switch
    {
        _ when _shape[at].Kind != LexemeKind.Word || _shape.Is(at - 1, ".") => default,
        "select" => (ClauseKind.Select, 1),
        "values" when !_shape.Is(at - 1, "default") => (ClauseKind.Values, 1),
        "delete" when _shape.Is(at + 1, "from") => (ClauseKind.From, 2),
        "insert" when _shape.Is(at + 1, "into") => (ClauseKind.Other, 2),
        "update" when !_shape.IsAny(at - 1, "for", "do", "key") => (ClauseKind.Other, 1),
        "set" => (ClauseKind.Set, 1),
        // Not in "extract(month from day)", nor in "is distinct from".
        "from" when level.Query > 0 && !(_shape.Is(at - 1, "distinct") && _shape.IsAny(at - 2, "is", "not")) => (ClauseKind.From, 1),
        "where" => (ClauseKind.Where, 1),
        "group" when _shape.Is(at + 1, "by") => (ClauseKind.GroupBy, 2),
        "having" => (ClauseKind.Having, 1),
        "window" when _shape.Is(at + 2, "as") => (ClauseKind.Window, 1),
        "order" when _shape.Is(at + 1, "by") => (ClauseKind.OrderBy, 2),
        "partition" when _shape.Is(at + 1, "by") => (ClauseKind.PartitionBy, 2),
        "rows" or "range" or "groups" when IsFrame(at) => (ClauseKind.Frame, 1),
        "limit" => (ClauseKind.Limit, 1),
        "offset" => (ClauseKind.Offset, 1),
        "fetch" => (ClauseKind.Fetch, 1),
        "returning" or "for" when level.Query > 0 => (ClauseKind.Other, 1),
        _ => default,
    };

    private bool IsFrame(int at) => _shape.IsAny(at + 1, "between", "unbounded", "current", "interval") || _shape.IsKind(at + 1, LexemeKind.Number);

    private sealed class Level
    {
        public int Query { get; set; }

        public ClauseKind Kind { get; set; }

        public int Head { get; set; } = -1;

        public int Start { get; set; }
    }
}
