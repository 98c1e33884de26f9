namespace DbKatas.Grader.Data;

/// <summary>Several copies of the seed side by side, each under keys of its own, in random order: large enough that nothing comes sorted by itself.</summary>
internal sealed class SeedCopies(SchemaModel schema, Dataset seed, KeyGroups keys)
{
    /// <summary>About so many rows; more only cost time.</summary>
    private const int Rows = 120;
    private const int MostCopies = 6;

    public RowDraft Make(Randomness random)
    {
        var draft = new RowDraft(schema);
        var copies = Math.Clamp(Rows / Math.Max(1, seed.RowCount), 2, MostCopies);
        var spans = new Dictionary<int, int>();
        // The copy that keeps the seed's keys is not always the one with the smallest.
        foreach (var copy in random.Shuffled(Enumerable.Range(0, copies)))
            foreach (var (place, rows) in seed.Tables.Index())
                foreach (var row in rows.Rows)
                    Add(draft, place, (string?[])row.Clone(), copy, spans);
        foreach (var (place, rows) in draft.Rows.Index())
        {
            var shuffled = random.Shuffled(rows);
            draft.Rows[place].Clear();
            draft.Rows[place].AddRange(shuffled);
        }
        draft.Close();
        return draft;
    }

    private void Add(RowDraft draft, int place, string?[] row, int copy, Dictionary<int, int> spans)
    {
        var table = schema.Tables[place];
        for (var column = 0; column < row.Length && copy > 0; column++)
            if (keys.Of(place, column) is { } group && IsOwn(group))
                row[column] = FreshKey.Of(table.Columns[column], row[column], copy * Span(group, spans)) ?? row[column];
        if (draft.IsUnique(place, row))
            draft.Rows[place].Add(row);
    }

    /// <summary>True for groups that tell rows apart: a single column that is a key, or the first of a key without such a column.</summary>
    private bool IsOwn(int group) => keys.Members(group).Any(member =>
    {
        var table = schema.Tables[member.Table];
        return table.Keys.Any(key => key.Count == 1 && key[0] == member.Column)
            || table.Keys.Any(key => key[0] == member.Column && !key.Any(column => table.ForeignKeys.Any(f => f.Columns.Contains(column))));
    });

    /// <summary>How far apart two copies' keys lie: wider than the seed's own reach.</summary>
    private int Span(int group, Dictionary<int, int> spans)
    {
        if (spans.TryGetValue(group, out var span))
            return span;
        var numbers = keys.Members(group)
            .Where(member => schema.Tables[member.Table].Columns[member.Column].Sort is ColumnSort.Integer or ColumnSort.Decimal)
            .SelectMany(member => seed.Tables[member.Table].Rows.Select(row => NumberValues.Parse(row[member.Column])))
            .OfType<decimal>().ToList();
        return spans[group] = numbers.Count == 0 ? 1 : (int)Math.Min(100_000, numbers.Max() - numbers.Min() + 1);
    }
}
