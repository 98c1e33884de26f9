using DbKatas.Grader.Data;
using DbKatas.Grader.Quality.Mutating;

namespace DbKatas.Grader.Quality;

/// <summary>A foreign key that a join follows.</summary>
/// <param name="From">The table that points.</param>
/// <param name="To">The table that it points to.</param>
/// <param name="IsNotNull">True when every row must point somewhere.</param>
internal sealed record FollowedKey(string From, string To, bool IsNotNull);

/// <summary>Which table of the schema an alias stands for, as far as tokens tell.</summary>
internal sealed class TableAliases
{
    private readonly SqlShape _sql;
    private readonly SchemaModel _schema;
    private readonly Dictionary<string, TableShape> _tables = new(StringComparer.OrdinalIgnoreCase);

    public TableAliases(SqlShape sql, SchemaModel schema)
    {
        (_sql, _schema) = (sql, schema);
        for (var at = 1; at < sql.Count; at++)
        {
            if (!sql.IsAny(at - 1, "from", "join", ",", "update", "using") || schema.Find(sql[at].Text) is not (>= 0 and var place))
                continue;
            _tables[sql[at].Text] = schema.Tables[place];
            var alias = sql.Is(at + 1, "as") ? at + 2 : at + 1;
            if (sql[alias].IsName)
                _tables[sql[alias].Text] = schema.Tables[place];
        }
    }

    /// <returns>The foreign key that the join's first equality follows, in either direction; null when it follows none.</returns>
    public FollowedKey? ForeignKey(Join join)
    {
        if (join.On is { } on && on.Length >= 7 && _sql.Is(on.From + 1, ".") && _sql.Is(on.From + 3, "=") && _sql.Is(on.From + 5, "."))
            return Follow((_sql[on.From].Text, _sql[on.From + 2].Text), (_sql[on.From + 4].Text, _sql[on.From + 6].Text))
                ?? Follow((_sql[on.From + 4].Text, _sql[on.From + 6].Text), (_sql[on.From].Text, _sql[on.From + 2].Text));
        if (join.Using is not { Length: 1 } column || !_tables.TryGetValue(_sql[join.Table].Text, out var joined))
            return null;
        var name = _sql[column.From].Text;
        var others = _tables.Values.Distinct().Where(table => table != joined && table.Find(name) >= 0);
        return others.Select(other => Follow(other, name, joined, name) ?? Follow(joined, name, other, name)).FirstOrDefault(key => key is not null);
    }

    private FollowedKey? Follow((string Alias, string Column) from, (string Alias, string Column) to) =>
        _tables.TryGetValue(from.Alias, out var pointing) && _tables.TryGetValue(to.Alias, out var target) ? Follow(pointing, from.Column, target, to.Column) : null;

    private FollowedKey? Follow(TableShape from, string column, TableShape to, string target)
    {
        var (own, its) = (from.Find(column), to.Find(target));
        var isKey = from.ForeignKeys.Any(key => key.Columns is [var only] && only == own && _schema.Tables[key.Target] == to && key.TargetColumns is [var single] && single == its);
        return isKey ? new FollowedKey(from.Name, to.Name, from.Columns[own].NotNull) : null;
    }
}
