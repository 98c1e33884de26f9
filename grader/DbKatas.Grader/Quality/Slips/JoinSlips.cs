using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality.Slips;

/// <summary>Another kind of join, a join without its condition, a condition of the join in WHERE.</summary>
internal static class JoinSlips
{
    private static readonly string[] AllKinds = ["inner", "left", "right", "full"];

    public static IEnumerable<Slip> Of(SqlShape sql) => Join.In(sql).SelectMany(join => Kinds(sql, join).Concat(Dropped(sql, join)).Concat(Moved(sql, join)));

    private static IEnumerable<Slip> Kinds(SqlShape sql, Join join)
    {
        if (join.Kind is "cross" or "natural")
            yield break;
        foreach (var kind in AllKinds.Where(kind => kind != join.Kind))
        {
            var words = kind == "inner" ? "join" : kind + " join";
            yield return new Slip("join kind", AsIf(join.Kind, kind, sql.Names.Table(join.Table)), sql.Replace(join.Words, words));
        }
    }

    private static string AsIf(string needed, string kind, string? table)
    {
        var match = table is null ? "a match" : $"a match in {table}";
        var (keepsLeft, keptLeft) = (needed is "left" or "full", kind is "left" or "full");
        var (keepsRight, keptRight) = (needed is "right" or "full", kind is "right" or "full");
        var rightRows = table is null ? "rows of the joined side that match nothing" : $"rows of {table} that match nothing";
        var parts = new List<string>();
        if (keepsLeft && !keptLeft)
            parts.Add($"rows without {match} were dropped");
        if (!keepsLeft && keptLeft)
            parts.Add($"rows without {match} were kept");
        if (keepsRight != keptRight)
            parts.Add($"{rightRows} were {(keptRight ? "kept" : "dropped")}");
        return $"{string.Join(" and ", parts)}: {Name(kind)} where the question needs {Name(needed)}";
    }

    private static string Name(string kind) => kind is "inner" ? "an INNER JOIN" : $"a {kind.ToUpperInvariant()} JOIN";

    private static IEnumerable<Slip> Dropped(SqlShape sql, Join join)
    {
        var table = sql.Names.Table(join.Table) ?? "the joined side";
        if (join.On is { Length: > 0 } on)
            yield return new Slip("join condition", $"every row were joined with every row of {table}", sql.Replace(on, "true"));
        if (join.Using is not { Length: > 0 } list)
            yield break;
        var columns = sql.Split(list, ",");
        for (var i = 0; i < columns.Count && columns.Count > 1; i++)
            yield return new Slip("join condition", $"{table} were joined without looking at {sql.Text(columns[i])}", sql.RemovePart(columns, i));
    }

    /// <summary>What ON asks beyond the first part, asked after the join instead.</summary>
    private static IEnumerable<Slip> Moved(SqlShape sql, Join join)
    {
        if (join.Kind == "inner" || join.On is not { } on || Condition.Split(sql, on, "or").Count > 1)
            yield break;
        var parts = Condition.Split(sql, on, "and");
        var clauses = sql.Clauses;
        var from = clauses.Last(clause => clause.Kind == ClauseKind.From && clause.Body.From <= join.Words.From && clause.Body.To >= on.To);
        var where = clauses.FirstOrDefault(clause => clause.Query == from.Query && clause.Kind == ClauseKind.Where);
        for (var first = parts.Count - 1; first > 0; first--)
        {
            var moved = new Span(parts[first].From, on.To);
            var condition = sql.Text(moved);
            var columns = sql.Names.Columns(moved) is { } names ? $"the condition on {names}" : "a condition of the join";
            var match = sql.Names.Table(join.Table) is { } table ? $"a match in {table}" : "a match";
            var put = where is null ? sql.PutAfter(from.Body.To - 1, $"where {condition}") : sql.PutAfter(where.Body.To - 1, $"and {condition}");
            var removed = sql.Remove(new Span(parts[first - 1].To, on.To));
            // Both edits meet where the join ends the clause: one edit then.
            var edits = put.Start == removed.End ? new[] { removed with { With = put.With } } : [removed, put];
            yield return new Slip("join condition", $"rows without {match} were dropped: {columns} in WHERE, where it belongs in ON", edits);
        }
    }
}
