namespace DbKatas.Grader.Data.Corners;

/// <summary>Groups of eight rows, or fewer, alike in all but the number that the reference adds up: see <see cref="HalfAverages"/>.</summary>
internal sealed class HalfGroups(SchemaModel schema, Dataset seed, KeyGroups keys, ColumnPools pools, Domain domain, GroupedRows groups) : ICorner
{
    public bool Fits => Tables().Any();

    public RowDraft Make(Randomness random, int turn)
    {
        int[] tables = [.. Tables()];
        return groups.MakeHalves(random, tables[turn % tables.Length]);
    }

    private IEnumerable<int> Tables() => Enumerable.Range(0, schema.Tables.Count)
        .Where(table => seed.Tables[table].Rows.Count > 0 && HalfAverages.Of(schema.Tables[table], keys.FreeColumns(table), pools, domain, new Randomness("")) is not null);
}
