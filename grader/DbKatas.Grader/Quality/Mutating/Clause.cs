namespace DbKatas.Grader.Quality.Mutating;

internal enum ClauseKind
{
    Select,
    From,
    Where,
    GroupBy,
    Having,
    Window,
    OrderBy,
    PartitionBy,
    Frame,
    Limit,
    Offset,
    Fetch,
    Set,
    Values,
    Other,
}

/// <summary>A clause of a query, of a window or of an aggregate's parentheses.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Head">Where its keyword stands.</param>
/// <param name="Body">What follows the keyword, up to the next clause.</param>
/// <param name="Query">Numbers the queries of the text: clauses of one SELECT share it.</param>
internal sealed record Clause(ClauseKind Kind, int Head, Span Body, int Query)
{
    /// <summary>Keyword and body.</summary>
    public Span Whole => new(Head, Body.To);
}
