using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>ORDER BY: forgotten, with a column less, the other way, NULLs at the other end, columns in another order. In queries, windows and aggregates.</summary>
internal static class OrderSlips
{
    public static IEnumerable<Slip> Of(SqlShape sql) =>
        sql.Clauses.Where(clause => clause.Kind == ClauseKind.OrderBy && clause.Body.Length > 0).SelectMany(clause => Of(sql, clause));

    private static IEnumerable<Slip> Of(SqlShape sql, Clause clause)
    {
        var keys = sql.Split(clause.Body, ",");
        var rows = Rows(sql, clause);
        for (var i = 0; i < keys.Count; i++)
        {
            var name = sql.Names.Columns(keys[i]) ?? "one of the columns";
            if (keys.Count > 1)
                yield return new Slip("order by", $"{rows} were not sorted by {name}", sql.RemovePart(keys, i));
            yield return Direction(sql, keys[i], rows, name);
            yield return Nulls(sql, keys[i], rows, name);
            if (i + 1 < keys.Count)
                yield return new Slip("order by", $"{rows} were sorted by {sql.Names.Columns(keys[i + 1]) ?? "another column"} before {name}",
                    sql.Replace(keys[i], sql.Text(keys[i + 1])), sql.Replace(keys[i + 1], sql.Text(keys[i])));
        }
        yield return new Slip("order by", $"{rows} were not sorted at all", sql.Remove(clause.Whole));
    }

    private static string Rows(SqlShape sql, Clause clause)
    {
        var isQuery = sql.Clauses.Any(other => other.Query == clause.Query && other.Kind is ClauseKind.Select or ClauseKind.Values);
        if (isQuery)
            return sql[clause.Head].Depth == 0 ? "the rows" : "the rows of a part of the query";
        var caller = Caller(sql, clause.Head);
        if (caller.Equals("group", StringComparison.OrdinalIgnoreCase))
            return "the values in WITHIN GROUP";
        return SqlWords.IsAggregate(caller) ? "the values put together" : "the rows of the window";
    }

    private static string Caller(SqlShape sql, int at)
    {
        while (at > 0 && !(sql.Is(at, "(") && sql.Close(at) > at + 1 && sql[at].Depth < sql[at + 1].Depth && !sql.Is(at, ")")))
            at--;
        return at > 0 ? sql[at - 1].Text : "";
    }

    private static Slip Direction(SqlShape sql, Span key, string rows, string name)
    {
        var word = sql.TopLevel(key).Where(at => sql.IsAny(at, "asc", "desc")).DefaultIfEmpty(-1).First();
        if (word >= 0 && sql.Is(word, "desc"))
            return new Slip("order by", $"{rows} were sorted by {name} upwards: DESC is missing", sql.Remove(new Span(word, word + 1)));
        var asIf = $"{rows} were sorted by {name} downwards: DESC where the question needs ASC";
        return word >= 0
            ? new Slip("order by", asIf, sql.Replace(word, "desc"))
            : new Slip("order by", asIf, sql.PutAfter((NullsAt(sql, key) is var nulls && nulls >= 0 ? nulls : key.To) - 1, "desc"));
    }

    private static Slip Nulls(SqlShape sql, Span key, string rows, string name)
    {
        var at = NullsAt(sql, key);
        var isDescending = sql.TopLevel(key).Any(i => sql.Is(i, "desc"));
        var areFirst = at >= 0 ? sql.Is(at + 1, "first") : isDescending;
        var other = areFirst ? "last" : "first";
        var asIf = $"{rows} without a value in {name} came {other}: NULLS {other.ToUpperInvariant()} where the question needs NULLS {(areFirst ? "FIRST" : "LAST")}";
        return at >= 0
            ? new Slip("nulls first, last", asIf, sql.Replace(at + 1, other))
            : new Slip("nulls first, last", asIf, sql.PutAfter(key.To - 1, "nulls " + other));
    }

    private static int NullsAt(SqlShape sql, Span key) => sql.TopLevel(key).Where(at => sql.Is(at, "nulls")).DefaultIfEmpty(-1).First();
}
