namespace DbKatas.Grader.Data;

/// <summary>Gives rows that were copied keys of their own, and lets foreign keys point somewhere again.</summary>
internal sealed class OwnKeys(SchemaModel schema)
{
    private const int Tries = 60;

    /// <summary>Adds a row under keys that no other row of the table has; what it points to stays.</summary>
    /// <returns>False when its keys are made of foreign keys alone and taken.</returns>
    public bool Add(RowDraft draft, int table, string?[] row)
    {
        foreach (var key in schema.Tables[table].Keys)
            if (!MakeUnique(draft, table, row, key))
                return false;
        draft.Rows[table].Add(row);
        return true;
    }

    /// <summary>Points a row to another, as one of its foreign keys asks.</summary>
    public static void Point(string?[] row, ForeignKey key, string?[] target)
    {
        for (var i = 0; i < key.Columns.Count; i++)
            row[key.Columns[i]] = target[key.TargetColumns[i]];
    }

    /// <summary>Rows that point to nothing, since what they pointed to was replaced, point to something; those that can't are taken out.</summary>
    public void Mend(RowDraft draft, Randomness random)
    {
        foreach (var (table, shape) in schema.Tables.Index())
            foreach (var key in shape.ForeignKeys.Where(key => key.Target != table && draft.Rows[key.Target].Count > 0))
            {
                var there = draft.Rows[key.Target].Select(row => RowDraft.Key(row, key.TargetColumns)).ToHashSet();
                foreach (var row in draft.Rows[table].Where(row => RowDraft.Key(row, key.Columns) is { } wanted && !there.Contains(wanted)).ToList())
                {
                    Point(row, key, random.Pick(draft.Rows[key.Target]));
                    if (!draft.IsUnique(table, row))
                        draft.Rows[table].Remove(row);
                }
            }
        draft.Close();
    }

    private bool MakeUnique(RowDraft draft, int table, string?[] row, IReadOnlyList<int> key)
    {
        bool IsTaken() => RowDraft.Key(row, key) is { } own && draft.Rows[table].Any(other => RowDraft.Key(other, key) == own);
        if (!IsTaken())
            return true;
        int[] free = [.. key.Where(column => !schema.Tables[table].ForeignKeys.Any(f => f.Columns.Contains(column)))];
        if (free.Length == 0)
            return false;
        var (column, before) = (free[^1], row[free[^1]]);
        for (var attempt = 1; attempt < Tries && IsTaken(); attempt++)
            row[column] = FreshKey.Of(schema.Tables[table].Columns[column], before, attempt);
        return row[column] is not null && !IsTaken();
    }
}
