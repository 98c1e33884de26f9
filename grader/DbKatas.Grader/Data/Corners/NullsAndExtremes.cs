namespace DbKatas.Grader.Data.Corners;

/// <summary>
/// The seed, or several copies of it, in which NULL is common and so are the greatest values: a number that an answer puts in the place of NULL
/// is not greater than all others then.
/// </summary>
internal sealed class NullsAndExtremes(SchemaModel schema, Dataset seed, SeedCopies copies, KeyGroups keys, Extremes extremes) : ICorner
{
    private const int PercentOfNulls = 40;
    private const int PercentOfExtremes = 30;

    public bool Fits => Columns().Any();

    public RowDraft Make(Randomness random, int turn)
    {
        var draft = turn % 2 == 0 ? RowDraft.Of(schema, seed) : copies.Make(random);
        foreach (var (table, column) in Columns().ToList())
            foreach (var row in draft.Rows[table])
            {
                var (before, great) = (row[column], extremes.Of(table, column));
                if (extremes.MayBeNull(table, column) && random.Chance(PercentOfNulls))
                    row[column] = null;
                else if (random.Chance(PercentOfExtremes) && great.Count > 0)
                    row[column] = random.Pick(great);
                if (!draft.IsUnique(table, row))
                    row[column] = before;
            }
        return draft;
    }

    private IEnumerable<(int Table, int Column)> Columns() => Enumerable.Range(0, schema.Tables.Count)
        .SelectMany(table => keys.FreeColumns(table).Select(column => (table, column)))
        .Where(place => extremes.MayBeNull(place.table, place.column) || extremes.Of(place.table, place.column).Count > 0);
}
