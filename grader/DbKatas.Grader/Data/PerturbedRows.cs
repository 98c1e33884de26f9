namespace DbKatas.Grader.Data;

/// <summary>The seed, changed a little: rows taken out with what hangs on them, rows doubled under new keys, ties, NULLs and values at the edges.</summary>
internal sealed class PerturbedRows(SchemaModel schema, Dataset seed, KeyGroups keys, ColumnPools pools, Domain domain)
{
    private Randomness _random = new("");
    private RowDraft _draft = new(schema);

    public RowDraft Make(Randomness random, bool strange)
    {
        (_random, _draft) = (random, RowDraft.Of(schema, seed));
        TakeOut(20 + _random.Below(50));
        for (var i = 1 + _random.Below(3); i > 0; i--)
            Double();
        for (var i = 1 + _random.Below(4); i > 0; i--)
            Tie();
        for (var i = 1 + _random.Below(4); i > 0; i--)
            Change(strange);
        foreach (var rows in _draft.Rows)
        {
            var shuffled = _random.Shuffled(rows);
            rows.Clear();
            rows.AddRange(shuffled);
        }
        return _draft;
    }

    private void TakeOut(int percent)
    {
        for (var table = 0; table < schema.Tables.Count; table++)
        {
            var gone = _draft.Rows[table].Where(_ => _random.Chance(percent)).ToHashSet<string?[]>(ReferenceEqualityComparer.Instance);
            if (gone.Count < _draft.Rows[table].Count)
                _draft.Remove(gone, table);
        }
    }

    /// <summary>The same row once more, with another key of its own; what it points to stays.</summary>
    private void Double()
    {
        var (table, row) = PickRow();
        if (row is null)
            return;
        var twin = (string?[])row.Clone();
        for (var attempt = 1; attempt < 20 && !_draft.IsUnique(table, twin); attempt++)
            foreach (var key in schema.Tables[table].Keys)
                if (FreeColumn(table, key) is { } column)
                    twin[column] = Fresh(table, column, row[column], attempt);
        if (_draft.IsUnique(table, twin))
            _draft.Rows[table].Insert(_random.Below(_draft.Rows[table].Count + 1), twin);
    }

    /// <summary>A row takes over another row's value.</summary>
    private void Tie()
    {
        var (table, row) = PickRow();
        if (row is not null && PickColumn(table) is { } column)
            Set(table, row, column, _random.Pick(_draft.Rows[table])[column]);
    }

    private void Change(bool strange)
    {
        var (table, row) = PickRow();
        if (row is null || PickColumn(table) is not { } column)
            return;
        var shape = schema.Tables[table].Columns[column];
        var pool = pools[shape];
        var mayBeNull = !shape.NotNull && domain.Of(schema.Tables[table].Name, shape.Name)?.NeverNull != true;
        if (mayBeNull && _random.Chance(50))
            Set(table, row, column, null);
        else if (strange && pool.Strange.Count > 0)
            Set(table, row, column, _random.Pick(pool.Strange));
        else if (pool.Usual.Count > 0)
            Set(table, row, column, _random.Pick(pool.Usual));
    }

    private void Set(int table, string?[] row, int column, string? value)
    {
        var before = row[column];
        row[column] = value;
        if (!_draft.IsUnique(table, row))
            row[column] = before;
    }

    private (int Table, string?[]? Row) PickRow()
    {
        int[] filled = [.. Enumerable.Range(0, schema.Tables.Count).Where(t => _draft.Rows[t].Count > 0)];
        if (filled.Length == 0)
            return (0, null);
        var table = _random.Pick(filled);
        return (table, _random.Pick(_draft.Rows[table]));
    }

    private int? PickColumn(int table)
    {
        int[] free = [.. keys.FreeColumns(table)];
        return free.Length == 0 ? null : _random.Pick(free);
    }

    private int? FreeColumn(int table, IReadOnlyList<int> key)
    {
        int[] free = [.. key.Where(column => !schema.Tables[table].ForeignKeys.Any(f => f.Columns.Contains(column)))];
        return free.Length == 0 ? null : free[^1];
    }

    private string? Fresh(int table, int column, string? value, int attempt)
    {
        var shape = schema.Tables[table].Columns[column];
        return FreshKey.Of(shape, value, attempt + _random.Below(5)) ?? (pools[shape].Usual is { Count: > 0 } usual ? _random.Pick(usual) : value);
    }
}
