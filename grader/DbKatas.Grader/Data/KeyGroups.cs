namespace DbKatas.Grader.Data;

/// <summary>
/// Columns that hold the same keys: linked by foreign keys, or of the same name and type where both belong to a key, as a number that two
/// lists share without a foreign key. What renames a key must rename it in the whole group.
/// </summary>
internal sealed class KeyGroups
{
    private readonly Dictionary<(int Table, int Column), int> _group = [];
    private readonly SchemaModel _schema;

    public KeyGroups(SchemaModel schema)
    {
        _schema = schema;
        foreach (var place in KeyColumns(schema).Distinct().ToList())
            _group.TryAdd(place, _group.Count);
        for (var table = 0; table < schema.Tables.Count; table++)
            foreach (var key in schema.Tables[table].ForeignKeys)
                for (var i = 0; i < key.Columns.Count; i++)
                    Join((table, key.Columns[i]), (key.Target, key.TargetColumns[i]));
        // Every table may call its key "id": that says nothing.
        foreach (var same in _group.Keys.Where(place => Shape(schema, place).Name != "id").GroupBy(place => (Shape(schema, place).Name, Shape(schema, place).Sort)).ToList())
            foreach (var place in same)
                Join(same.First(), place);
    }

    /// <summary>The group's number, or null for a column that belongs to no key.</summary>
    public int? Of(int table, int column) => _group.TryGetValue((table, column), out var group) ? group : null;

    /// <summary>All columns of the group.</summary>
    public IEnumerable<(int Table, int Column)> Members(int group) => _group.Where(entry => entry.Value == group).Select(entry => entry.Key);

    /// <summary>The numbers of all groups.</summary>
    public IEnumerable<int> All => _group.Values.Distinct();

    /// <summary>Columns that other rows do not point to and that point nowhere.</summary>
    public IEnumerable<int> FreeColumns(int table) =>
        Enumerable.Range(0, _schema.Tables[table].Columns.Count).Where(column => !_schema.Tables[table].Columns[column].IsGenerated && !IsLinked(_schema.Tables[table], column));

    private static bool IsLinked(TableShape table, int column) =>
        table.ForeignKeys.Any(key => key.Columns.Contains(column)) || table.Keys.Any(key => key.Count == 1 && key[0] == column);

    private static IEnumerable<(int, int)> KeyColumns(SchemaModel schema) => schema.Tables.SelectMany((table, place) =>
        table.Keys.SelectMany(key => key).Select(column => (place, column))
            .Concat(table.ForeignKeys.SelectMany(key => key.Columns.Select(column => (place, column)).Concat(key.TargetColumns.Select(column => (key.Target, column))))));

    private static ColumnShape Shape(SchemaModel schema, (int Table, int Column) place) => schema.Tables[place.Table].Columns[place.Column];

    private void Join((int, int) a, (int, int) b)
    {
        var (from, to) = (_group[b], _group[a]);
        if (from == to)
            return;
        foreach (var place in _group.Where(entry => entry.Value == from).Select(entry => entry.Key).ToList())
            _group[place] = to;
    }
}
