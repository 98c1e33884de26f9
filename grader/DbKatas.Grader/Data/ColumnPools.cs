namespace DbKatas.Grader.Data;

/// <summary>The values to fill each column with.</summary>
internal sealed class ColumnPools
{
    private readonly Dictionary<ColumnShape, ValuePool> _pools = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ColumnShape, int> _families = new(ReferenceEqualityComparer.Instance);

    /// <param name="schema">The tables.</param>
    /// <param name="seed">The visible rows.</param>
    /// <param name="reference">The reference answer.</param>
    /// <param name="domain">The author's rules.</param>
    /// <param name="after">What the tables hold after the reference, where it changes them: what it writes may have stood there before.</param>
    public ColumnPools(SchemaModel schema, Dataset seed, string reference, Domain domain, Dataset? after = null)
    {
        var constants = Data.Constants.Of(reference);
        (Constants, Intervals, Named) = (constants, [.. constants.Intervals()], ReferenceNames.Of(reference));
        foreach (var (place, table) in schema.Tables.Index())
            for (var i = 0; i < table.Columns.Count; i++)
                _pools[table.Columns[i]] = Pool(table.Columns[i], Known(seed, table, i), constants, domain.Of(table.Name, table.Columns[i].Name))
                    .With(after is null ? [] : Values(after.Tables[place], i).Except(Values(seed.Tables[place], i)).Take(6));
    }

    /// <summary>The columns that the reference groups by and adds up.</summary>
    public ReferenceNames Named { get; }

    /// <summary>The constants of the reference.</summary>
    public IReadOnlyList<Constant> Constants { get; }

    /// <summary>The lengths of time that the reference names.</summary>
    public IReadOnlyList<TimeSpan> Intervals { get; }

    public ValuePool this[ColumnShape column] => _pools[column];

    /// <summary>A number for all columns that share their values with this one.</summary>
    public int Family(ColumnShape column) => _families[column];

    /// <summary>The seed's values of the column, then those of columns that it is likely to be compared with.</summary>
    private List<string> Known(Dataset seed, TableShape table, int place)
    {
        var column = table.Columns[place];
        var known = Values(seed.Tables.First(rows => rows.Table == table), place);
        foreach (var other in seed.Tables.Where(other => other.Table != table))
            if (other.Table.Find(column.Name) is >= 0 and var there && other.Table.Columns[there].Sort == column.Sort
                && Values(other, there) is var values && (known.Count == 0 || values.Intersect(known).Any()))
            {
                if (_families.TryGetValue(other.Table.Columns[there], out var family))
                    _families[column] = family;
                known = [.. known.Union(values)];
            }
        _families.TryAdd(column, _families.Count);
        return known;
    }

    private static List<string> Values(TableRows rows, int column) => [.. rows.Rows.Select(row => row[column]).OfType<string>().Distinct()];

    private static ValuePool Pool(ColumnShape column, List<string> seed, IReadOnlyList<Constant> all, ColumnDomain? rules) => column.Sort switch
    {
        ColumnSort.Integer or ColumnSort.Decimal or ColumnSort.Float when rules?.Values is { } closed => ValuePool.Of(closed, []),
        ColumnSort.Integer or ColumnSort.Decimal or ColumnSort.Float => NumberValues.Of(column, seed, all.For(column.Name), rules),
        // Moments that an answer names mostly reach their column through others, as a calendar's days do.
        ColumnSort.Date or ColumnSort.Timestamp or ColumnSort.TimestampTz or ColumnSort.Time => TimeValues.Of(column, seed, all, rules),
        ColumnSort.Text => TextValues.Of(column, seed, all.For(column.Name), rules),
        ColumnSort.Boolean => ValuePool.Of(["t", "f"], []),
        ColumnSort.Enum => ValuePool.Of(column.Labels, []),
        ColumnSort.Array => ValuePool.Of(seed.Append("{}"), []),
        ColumnSort.Json => ValuePool.Of(seed.Append("{}"), ["[]", "null", "1"]),
        ColumnSort.Uuid => ValuePool.Of(seed.Count > 0 ? seed : ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"], []),
        _ => ValuePool.Of(seed, []),
    };
}
