namespace DbKatas.Grader.Data.Corners;

/// <summary>
/// Rows that agree in all but one column, which is NULL in some and holds what stands last in others: where all else is equal, an answer shows
/// whether it puts NULL behind all values or beside a value of its own choice.
/// </summary>
internal sealed class TiedExtremes(SchemaModel schema, Dataset seed, KeyGroups keys, ColumnPools pools, Extremes extremes) : ICorner
{
    private readonly OwnKeys _own = new(schema);

    public bool Fits => Columns().Any();

    public RowDraft Make(Randomness random, int turn)
    {
        var (draft, columns) = (RowDraft.Of(schema, seed), Columns().ToList());
        var (table, column) = columns[turn % columns.Count];
        // Groups of the seed would be larger than those made here; what others point to has to stay.
        if (!schema.Tables.Any(other => other.ForeignKeys.Any(key => key.Target == table)))
            draft.Rows[table].Clear();
        List<string?> values = [null, .. extremes.Of(table, column), .. random.Shuffled(Seen(table, column)).Take(2)];
        var models = random.Shuffled(seed.Tables[table].Rows).Take(1 + random.Below(2)).ToList();
        foreach (var value in random.Shuffled(values))
            foreach (var model in models)
            {
                var row = (string?[])model.Clone();
                row[column] = value;
                _own.Add(draft, table, row);
            }
        return draft;
    }

    private IEnumerable<string> Seen(int table, int column) => seed.Tables[table].Rows.Select(row => row[column]).OfType<string>().Distinct();

    // First those that the reference groups by.
    private IEnumerable<(int Table, int Column)> Columns() => Enumerable.Range(0, schema.Tables.Count)
        .SelectMany(table => keys.FreeColumns(table).Select(column => (table, column)))
        .Where(place => extremes.MayBeNull(place.table, place.column) && seed.Tables[place.table].Rows.Count > 0 && Seen(place.table, place.column).Any())
        .OrderByDescending(place => pools.Named.Grouped.Contains(schema.Tables[place.table].Columns[place.column].Name));
}
