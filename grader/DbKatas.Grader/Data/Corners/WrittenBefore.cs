namespace DbKatas.Grader.Data.Corners;

/// <summary>For answers that change the data: the seed, or several copies of it, in which what the reference writes stood already here and there.</summary>
internal sealed class WrittenBefore(SchemaModel schema, Dataset seed, SeedCopies copies, KeyGroups keys, Dataset? after) : ICorner
{
    private const int PercentOfRows = 60;

    public bool Fits => Columns().Any();

    public RowDraft Make(Randomness random, int turn)
    {
        var draft = turn % 2 == 0 ? RowDraft.Of(schema, seed) : copies.Make(random);
        foreach (var places in Columns().GroupBy(place => place.Table, place => place.Column).ToList())
            foreach (var row in draft.Rows[places.Key].Where(_ => random.Chance(PercentOfRows)))
            {
                var column = random.Pick([.. places]);
                var before = row[column];
                row[column] = random.Pick(Written(places.Key, column));
                if (!draft.IsUnique(places.Key, row))
                    row[column] = before;
            }
        return draft;
    }

    private IEnumerable<(int Table, int Column)> Columns() => Enumerable.Range(0, after is null ? 0 : schema.Tables.Count)
        .SelectMany(table => keys.FreeColumns(table).Select(column => (table, column))).Where(place => Written(place.table, place.column).Length > 0);

    private string[] Written(int table, int column)
    {
        var there = seed.Tables[table].Rows.Select(Line).ToHashSet();
        return [.. after!.Tables[table].Rows.Where(row => !there.Contains(Line(row))).Select(row => row[column]).OfType<string>().Distinct().Take(12)];
    }

    private static string Line(string?[] row) => string.Join('\u0001', row.Select(cell => cell ?? "\u0002"));
}
