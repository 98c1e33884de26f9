namespace DbKatas.Grader.Data;

/// <summary>Several copies of the seed, in which about a third of the rows hold another value somewhere: each value of a column's pool in turn, NULL, or another row to point to.</summary>
internal sealed class ChangedCopies(SchemaModel schema, SeedCopies copies, KeyGroups keys, ColumnPools pools, Domain domain)
{
    private const int PercentOfRows = 50;
    private const int PercentOfLinks = 12;
    private const int PercentOfNulls = 12;

    private const int PercentAtBounds = 25;

    /// <param name="random">Decides what changes.</param>
    /// <param name="number">The next number goes on where this one ended.</param>
    /// <param name="strange">True for values beyond the domain here and there.</param>
    public RowDraft Make(Randomness random, int number, bool strange)
    {
        var draft = copies.Make(random);
        var turns = new Dictionary<ColumnShape, Queue<string>>(ReferenceEqualityComparer.Instance);
        foreach (var (table, rows) in draft.Rows.Index())
            foreach (var row in rows.ToList())
            {
                if (random.Chance(PercentOfRows) && keys.FreeColumns(table).ToList() is { Count: > 0 } free && random.Pick(free) is var column)
                    Set(draft, table, row, [(column, Next(table, column, row[column], random, turns, (number - 1) * Used(rows.Count, free.Count), strange))]);
                if (random.Chance(PercentOfLinks) && schema.Tables[table].ForeignKeys is { Count: > 0 } links)
                    Link(draft, table, row, random.Pick(links), random);
            }
        return draft;
    }

    private string? Next(int table, int column, string? before, Randomness random, Dictionary<ColumnShape, Queue<string>> turns, int first, bool strange)
    {
        var shape = schema.Tables[table].Columns[column];
        var mayBeNull = !shape.NotNull && domain.Of(schema.Tables[table].Name, shape.Name)?.NeverNull != true;
        if (mayBeNull && random.Chance(PercentOfNulls))
            return null;
        if (strange && pools[shape].Strange is { Count: > 0 } odd && random.Chance(20))
            return random.Pick(odd);
        if (pools[shape].Wide is not { Count: > 0 } wide)
            return before;
        // The first are the bounds: worth a place in every dataset.
        if (random.Chance(PercentAtBounds))
            return wide[random.Below(Math.Min(4, wide.Count))];
        if (!turns.TryGetValue(shape, out var turn) || turn.Count == 0)
            turns[shape] = turn = new Queue<string>(Enumerable.Range(first, wide.Count).Select(i => wide[i % wide.Count]));
        return turn.Dequeue();
    }

    /// <summary>About so many values of each column are used up by one dataset.</summary>
    private static int Used(int rows, int columns) => Math.Max(1, rows * PercentOfRows * (100 - PercentAtBounds) / 10_000 / columns);

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
