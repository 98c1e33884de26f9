namespace DbKatas.Grader.Data;

/// <summary>Several copies of the seed, in which about a third of the rows hold another value somewhere: each value of a column's pool in turn, NULL, or another row to point to.</summary>
internal sealed class ChangedCopies(SchemaModel schema, SeedCopies copies, KeyGroups keys, ColumnPools pools, Domain domain)
{
    private const int PercentOfRows = 35;
    private const int PercentOfLinks = 12;
    private const int PercentOfNulls = 12;

    public RowDraft Make(Randomness random)
    {
        var draft = copies.Make(random);
        var turns = new Dictionary<ColumnShape, Queue<string>>(ReferenceEqualityComparer.Instance);
        foreach (var (table, rows) in draft.Rows.Index())
            foreach (var row in rows.ToList())
            {
                if (random.Chance(PercentOfRows))
                    Change(draft, table, row, random, turns);
                if (random.Chance(PercentOfLinks) && schema.Tables[table].ForeignKeys is { Count: > 0 } links)
                    Link(draft, table, row, random.Pick(links), random);
            }
        return draft;
    }

    private void Change(RowDraft draft, int table, string?[] row, Randomness random, Dictionary<ColumnShape, Queue<string>> turns)
    {
        int[] free = [.. keys.FreeColumns(table)];
        if (free.Length == 0)
            return;
        var column = random.Pick(free);
        var shape = schema.Tables[table].Columns[column];
        if (!turns.TryGetValue(shape, out var turn) || turn.Count == 0)
            turns[shape] = turn = new Queue<string>(random.Shuffled(pools[shape].Wide));
        var mayBeNull = !shape.NotNull && domain.Of(schema.Tables[table].Name, shape.Name)?.NeverNull != true;
        Set(draft, table, row, [(column, mayBeNull && random.Chance(PercentOfNulls) || turn.Count == 0 && mayBeNull ? null : turn.Count > 0 ? turn.Dequeue() : row[column])]);
    }

    private static void Link(RowDraft draft, int table, string?[] row, ForeignKey key, Randomness random)
    {
        // A table that points to itself would come to rings.
        if (key.Target != table && draft.Rows[key.Target] is { Count: > 0 } targets && random.Pick(targets) is var target)
            Set(draft, table, row, [.. key.Columns.Select((column, i) => (column, target[key.TargetColumns[i]]))]);
    }

    private static void Set(RowDraft draft, int table, string?[] row, (int Column, string? Value)[] cells)
    {
        var before = (string?[])row.Clone();
        foreach (var (column, value) in cells)
            row[column] = value;
        if (!draft.IsUnique(table, row))
            before.CopyTo(row, 0);
    }
}
