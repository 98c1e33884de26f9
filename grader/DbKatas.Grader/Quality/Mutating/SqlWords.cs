namespace DbKatas.Grader.Quality.Mutating;

/// <summary>Words that are no names of columns or tables.</summary>
internal static class SqlWords
{
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "all", "and", "any", "array", "as", "asc", "between", "by", "case", "cast", "cross", "current", "current_date", "current_timestamp", "date",
        "default", "delete", "desc", "distinct", "else", "end", "except", "exists", "false", "fetch", "filter", "first", "following", "for", "from", "full",
        "group", "groups", "having", "ilike", "in", "inner", "insert", "intersect", "interval", "into", "is", "join", "lateral", "last", "left", "like",
        "limit", "materialized", "natural", "not", "null", "nulls", "offset", "on", "only", "or", "order", "outer", "over", "partition", "preceding", "range",
        "recursive", "returning", "right", "row", "rows", "select", "set", "similar", "some", "symmetric", "then", "ties", "time", "timestamp", "to", "true",
        "unbounded", "union", "unknown", "update", "using", "values", "when", "where", "window", "with", "within",
    };

    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        "array_agg", "avg", "bool_and", "bool_or", "count", "every", "json_agg", "jsonb_agg", "max", "min", "string_agg", "sum",
    };

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static bool IsAggregate(string word) => Aggregates.Contains(word);
}
