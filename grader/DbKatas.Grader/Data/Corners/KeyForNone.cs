using System.Globalization;

namespace DbKatas.Grader.Data.Corners;

/// <summary>
/// The seed with a row whose number is 0, or another that an answer may make of NULL, and to which nothing points: NULL in a column that points
/// there means none, and must not meet that row.
/// </summary>
internal sealed class KeyForNone(SchemaModel schema, Dataset seed, Domain domain, int number = 0) : ICorner
{
    private const int PercentOfNulls = 25;

    private readonly OwnKeys _own = new(schema);

    public bool Fits => Links().Any();

    public RowDraft Make(Randomness random, int turn)
    {
        var (draft, links) = (RowDraft.Of(schema, seed), Links().ToList());
        var (table, key) = links[turn % links.Count];
        var none = (string?[])random.Pick(draft.Rows[key.Target]).Clone();
        none[key.TargetColumns[0]] = number.ToString(CultureInfo.InvariantCulture);
        _own.Add(draft, key.Target, none);
        foreach (var row in draft.Rows[table].Where(_ => random.Chance(PercentOfNulls)))
        {
            var before = row[key.Columns[0]];
            row[key.Columns[0]] = null;
            if (!draft.IsUnique(table, row))
                row[key.Columns[0]] = before;
        }
        return draft;
    }

    private IEnumerable<(int Table, ForeignKey Key)> Links() =>
        from table in schema.Tables.Index()
        from key in table.Item.ForeignKeys
        where key.Columns.Count == 1 && !table.Item.Columns[key.Columns[0]].NotNull && Rules(table.Index, key.Columns[0])?.NeverNull != true
            && schema.Tables[key.Target].Columns[key.TargetColumns[0]] is { Sort: ColumnSort.Integer, IsGenerated: false } target
            && NumberValues.Admits(target, Rules(key.Target, key.TargetColumns[0]), number) && seed.Tables[key.Target].Rows.Count > 0
        select (table.Index, key);

    private ColumnDomain? Rules(int table, int column) => domain.Of(schema.Tables[table].Name, schema.Tables[table].Columns[column].Name);
}
