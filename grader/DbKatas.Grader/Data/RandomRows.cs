namespace DbKatas.Grader.Data;

/// <summary>Rows made from the schema: few values a column, so that rows meet in joins, ties and groups, and those values at the edges.</summary>
internal sealed class RandomRows(SchemaModel schema, KeyGroups keys, ColumnPools pools, Domain domain)
{
    private const int Tries = 12;

    private Randomness _random = new("");
    private Dictionary<(bool IsKey, int Number), List<string>> _hot = [];
    private RowDraft _draft = new(schema);

    /// <param name="random">Decides all values.</param>
    /// <param name="size">About the number of rows of the largest table; 0 for none at all.</param>
    /// <param name="strange">True for values beyond the domain here and there.</param>
    public RowDraft Make(Randomness random, int size, bool strange)
    {
        (_random, _hot, _draft) = (random, [], new RowDraft(schema));
        for (var table = 0; table < schema.Tables.Count; table++)
            Fill(table, size, strange);
        foreach (var (table, rows) in _draft.Rows.Index())
            PointForward(table, rows);
        return _draft;
    }

    private void Fill(int place, int size, bool strange)
    {
        var table = schema.Tables[place];
        // What others point to needs fewer rows than what points, or hardly anything would meet.
        var isParent = schema.Tables.Any(other => other != table && other.ForeignKeys.Any(key => key.Target == place));
        var isChild = table.ForeignKeys.Any(key => key.Target < place);
        var wanted = size <= 2 ? size : isParent ? 1 + _random.Below(size / 2 + 1) : size / 2 + _random.Below(size);
        if (isChild && size > 2 && _random.Chance(8))
            wanted = 0;
        for (var i = 0; i < wanted; i++)
            Add(place, table, strange);
    }

    private void Add(int place, TableShape table, bool strange)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var row = new string?[table.Columns.Count];
            for (var column = 0; column < row.Length; column++)
                row[column] = Cell(place, table, column, strange);
            if (!Point(place, table, row))
                return;
            if (!_draft.IsUnique(place, row))
                continue;
            _draft.Rows[place].Add(row);
            return;
        }
    }

    private string? Cell(int place, TableShape table, int column, bool strange)
    {
        var shape = table.Columns[column];
        var rules = domain.Of(table.Name, shape.Name);
        if (shape.IsGenerated || (!shape.NotNull && rules?.NeverNull != true && _random.Chance(15)))
            return null;
        var pool = pools[shape];
        if (strange && pool.Strange.Count > 0 && _random.Chance(20))
            return _random.Pick(pool.Strange);
        return Hot(place, column, shape, pool, rules) is { Count: > 0 } hot ? _random.Pick(hot) : null;
    }

    /// <summary>The values of this dataset for a column; columns that are compared share them.</summary>
    private List<string> Hot(int place, int column, ColumnShape shape, ValuePool pool, ColumnDomain? rules)
    {
        var name = keys.Of(place, column) is { } group ? (true, group) : (false, pools.Family(shape));
        if (_hot.TryGetValue(name, out var hot))
            return hot;
        var isAlone = schema.Tables[place].Keys.Any(key => key.Count == 1 && key[0] == column);
        if (shape.Sort is ColumnSort.Date or ColumnSort.Timestamp or ColumnSort.TimestampTz && pool.Usual.Count > 0 && _random.Chance(50))
            return _hot[name] = TimeValues.Chain(shape, _random.Pick(pool.Usual), pools.Intervals, _random);
        if (isAlone && shape.Sort == ColumnSort.Integer)
            return _hot[name] = [.. _random.Shuffled(Enumerable.Range(1, 14)).Select(n => n.ToString())];
        hot = [.. _random.Shuffled(pool.Usual).Take(isAlone ? 14 : 2 + _random.Below(4))];
        // Two numbers that nearly agree.
        if (hot.Count > 0 && shape.Sort is (ColumnSort.Integer or ColumnSort.Decimal) && _random.Chance(40) && rules?.Values is null && NumberValues.Next(shape, hot[0], _random) is { } next && !hot.Contains(next))
            hot.Add(next);
        return _hot[name] = hot;
    }

    /// <summary>Makes a row's foreign keys point to rows that are there, mostly to the same few.</summary>
    /// <returns>False when a key must point and there is nothing to point to.</returns>
    private bool Point(int place, TableShape table, string?[] row)
    {
        foreach (var key in table.ForeignKeys.Where(key => key.Target <= place))
        {
            var targets = _draft.Rows[key.Target];
            var optional = key.Columns.Any(column => !table.Columns[column].NotNull);
            if (targets.Count == 0 || (optional && _random.Chance(15)))
            {
                if (!optional)
                    return false;
                foreach (var column in key.Columns.Where(column => !table.Columns[column].NotNull))
                    row[column] = null;
                continue;
            }
            var target = _random.Chance(40) ? targets[0] : _random.Pick(targets);
            for (var i = 0; i < key.Columns.Count; i++)
                row[key.Columns[i]] = target[key.TargetColumns[i]];
        }
        return true;
    }

    /// <summary>Foreign keys to tables that are filled later, where keys run in a circle.</summary>
    private void PointForward(int place, List<string?[]> rows)
    {
        foreach (var key in schema.Tables[place].ForeignKeys.Where(key => key.Target > place))
            foreach (var row in rows)
            {
                var targets = _draft.Rows[key.Target];
                var target = targets.Count > 0 ? _random.Pick(targets) : null;
                for (var i = 0; i < key.Columns.Count; i++)
                    row[key.Columns[i]] = target?[key.TargetColumns[i]];
            }
    }
}
