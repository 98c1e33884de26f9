namespace DbKatas.Grader.Data.Corners;

/// <summary>
/// The seed, whose numbers have changed places among the rows of a table, and from one row a share has gone to another: what they add up to
/// stays, as a rule of the schema or the question may want it. An answer that has written down what it saw is wrong here.
/// </summary>
internal sealed class EqualTotals(SchemaModel schema, Dataset seed, KeyGroups keys, Domain domain) : ICorner
{
    private static readonly decimal[] Shares = [0.25m, 0.5m, 0.75m];

    public bool Fits => seed.Tables.Index().Any(table => table.Item.Rows.Count > 1 && Numbers(table.Index).Any());

    public RowDraft Make(Randomness random, int turn)
    {
        var draft = RowDraft.Of(schema, seed);
        foreach (var (place, rows) in draft.Rows.Index().Where(table => table.Item.Count > 1))
            foreach (var column in Numbers(place))
            {
                foreach (var (row, value) in rows.Zip(random.Shuffled(rows.Select(row => row[column]))).ToList())
                    row[column] = value;
                if (turn % 2 == 1)
                    Share(place, column, random.Pick(rows), random.Pick(rows), random);
            }
        return draft;
    }

    private void Share(int table, int column, string?[] from, string?[] to, Randomness random)
    {
        var shape = schema.Tables[table].Columns[column];
        if (ReferenceEquals(from, to) || NumberValues.Parse(from[column]) is not { } more || NumberValues.Parse(to[column]) is not { } less)
            return;
        var unit = NumberValues.Unit(shape) ?? 0.01m;
        var share = decimal.Truncate(more * random.Pick(Shares) / unit) * unit;
        var rules = domain.Of(schema.Tables[table].Name, shape.Name);
        if (!NumberValues.Admits(shape, rules, more - share) || !NumberValues.Admits(shape, rules, less + share))
            return;
        (from[column], to[column]) = (NumberValues.Text(more - share, shape), NumberValues.Text(less + share, shape));
    }

    private IEnumerable<int> Numbers(int table) => keys.FreeColumns(table).Where(column =>
        schema.Tables[table].Columns[column].Sort is ColumnSort.Integer or ColumnSort.Decimal && !schema.Tables[table].Keys.Any(key => key.Contains(column)));
}
