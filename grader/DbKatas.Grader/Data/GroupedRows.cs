using DbKatas.Grader.Data.Corners;

namespace DbKatas.Grader.Data;

/// <summary>
/// One table's rows in a few groups: copies of a seed row with the same parent, whose states differ or not, and whose numbers add up to a
/// constant of the reference, to just beside it, or to what another group comes to.
/// </summary>
internal sealed class GroupedRows(SchemaModel schema, Dataset seed, KeyGroups keys, ColumnPools pools, Domain domain)
{
    /// <summary>An average of eight shows how a half is rounded.</summary>
    private static readonly int[] Sizes = [1, 2, 2, 3, 3, 4, 5, 8, 8];

    private readonly OwnKeys _own = new(schema);
    private Randomness _random = new("");
    private RowDraft _draft = new(schema);
    private Dictionary<int, List<string?>> _hot = [];
    private ISums? _sums;
    private bool _isAlike;

    /// <returns>Null where no table can be grouped.</returns>
    /// <param name="random">Decides all values.</param>
    /// <param name="number">Each table takes its turn.</param>
    public RowDraft? Make(Randomness random, int number)
    {
        int[] tables = [.. Enumerable.Range(0, schema.Tables.Count).Where(table => seed.Tables[table].Rows.Count > 0 && keys.FreeColumns(table).Any())];
        if (tables.Length == 0)
            return null;
        // Rows that hang on others make the groups of most questions.
        int[] children = [.. tables.Where(table => Outward(table).Any())];
        var table = children.Length > 0 && number % 4 != 0 ? children[number % children.Length] : tables[number % tables.Length];
        return Make(random, table, isAlike: false, number % 4 == 2);
    }

    /// <summary>Groups of one table, of rows that differ in nothing but a number whose average is a half.</summary>
    /// <param name="random">Decides all values.</param>
    /// <param name="table">A table with a number that the reference adds up.</param>
    public RowDraft MakeHalves(Randomness random, int table) => Make(random, table, isAlike: true, isLarge: random.Chance(75));

    private RowDraft Make(Randomness random, int table, bool isAlike, bool isLarge)
    {
        (_random, _draft, _isAlike) = (random, RowDraft.Of(schema, seed), isAlike);
        _draft.Rows[table].Clear();
        _hot = keys.FreeColumns(table).ToDictionary(column => column, column => Hot(table, column));
        _sums = isAlike ? HalfAverages.Of(schema.Tables[table], keys.FreeColumns(table), pools, domain, random) : SteeredSums.Of(schema.Tables[table], keys.FreeColumns(table), pools, domain, random);
        var axes = Outward(table).Where(key => _draft.Rows[key.Target].Count > 0).ToList();
        var axis = axes.Count > 0 && random.Chance(Named(table).Length > 0 ? 50 : 100) ? random.Pick(axes) : null;
        var wanted = 4 + random.Below(8);
        for (var i = axis is null ? wanted : _draft.Rows[axis.Target].Count; i < wanted; i++)
            _own.Add(_draft, axis!.Target, (string?[])random.Pick(seed.Tables[axis.Target].Rows).Clone());
        var models = axis is null ? ModelsByValue(table) : ModelsByParent(table, axis);
        int? size = isLarge ? Sizes[^1] : random.Chance(40) ? random.Pick(Sizes) : null;
        foreach (var (model, kept) in models.Take(wanted))
            AddGroup(table, model, kept, size ?? random.Pick(Sizes));
        if (axis is not null && random.Chance(70))
            KeepTheUsed(table, axis);
        foreach (var child in Enumerable.Range(0, schema.Tables.Count).Where(child => child != table && schema.Tables[child].ForeignKeys.Any(key => key.Target == table) && random.Chance(25)))
            _draft.Rows[child].Clear();
        _own.Mend(_draft, random);
        return _draft;
    }

    /// <summary>A row for each group to be like, and the columns that its rows share: those that name their parent.</summary>
    private IEnumerable<(string?[] Model, IReadOnlyList<int> Kept)> ModelsByParent(int table, ForeignKey axis)
    {
        foreach (var parent in _random.Shuffled(_draft.Rows[axis.Target]))
        {
            var model = (string?[])_random.Pick(seed.Tables[table].Rows).Clone();
            OwnKeys.Point(model, axis, parent);
            yield return (model, axis.Columns);
        }
    }

    /// <summary>Where nothing is pointed to: a column whose values come more than once in the seed, if there is one.</summary>
    private IEnumerable<(string?[] Model, IReadOnlyList<int> Kept)> ModelsByValue(int table)
    {
        var rows = seed.Tables[table].Rows;
        int[] free = [.. keys.FreeColumns(table)];
        int[] shared = [.. free.Where(column => rows.Select(row => row[column]).Distinct().Count() < rows.Count)];
        var column = _random.Pick(Named(table) is { Length: > 0 } named && _random.Chance(80) ? named : shared.Length > 0 ? shared : free);
        var shape = schema.Tables[table].Columns[column];
        IEnumerable<string?> values = [.. rows.Select(row => row[column]), .. _random.Shuffled(pools[shape].Wide).Take(8)];
        foreach (var value in _random.Shuffled(values.Distinct()))
        {
            var model = (string?[])_random.Pick(rows).Clone();
            model[column] = value;
            yield return (model, [column]);
        }
    }

    private int[] Named(int table) => [.. keys.FreeColumns(table).Where(column => pools.Named.Grouped.Contains(schema.Tables[table].Columns[column].Name))];

    private IEnumerable<ForeignKey> Outward(int table) => schema.Tables[table].ForeignKeys.Where(key => key.Target != table);

    /// <summary>A few values that the rows of this dataset share, NULL among them now and then.</summary>
    private List<string?> Hot(int table, int column)
    {
        var shape = schema.Tables[table].Columns[column];
        var mayBeNull = !shape.NotNull && domain.Of(schema.Tables[table].Name, shape.Name)?.NeverNull != true;
        string?[] some = [_random.Pick(seed.Tables[table].Rows)[column], .. _random.Shuffled(pools[shape].Wide).Take(3), .. _random.Shuffled(pools[shape].Wide.Take(4)).Take(1), .. mayBeNull && _random.Chance(40) ? [null] : Array.Empty<string?>()];
        return [.. some.Where(value => value is not null || mayBeNull).Distinct()];
    }

    private void AddGroup(int table, string?[] model, IReadOnlyList<int> kept, int size)
    {
        var percent = _isAlike ? 0 : _random.Pick([0, 0, 15, 35, 60]);
        var rows = new List<string?[]>();
        for (var i = 0; i < size; i++)
            if (Varied(table, model, kept, percent) is var row && _own.Add(_draft, table, row))
                rows.Add(row);
        _sums?.Steer(rows, _random);
        foreach (var row in rows.Where(row => !_draft.IsUnique(table, row)).ToList())
            _draft.Rows[table].Remove(row);
    }

    private string?[] Varied(int table, string?[] model, IReadOnlyList<int> kept, int percent)
    {
        var row = (string?[])model.Clone();
        foreach (var key in Outward(table).Where(key => !key.Columns.Any(kept.Contains) && _draft.Rows[key.Target].Count > 0 && _random.Chance(60)))
            OwnKeys.Point(row, key, _random.Pick(_draft.Rows[key.Target]));
        foreach (var key in schema.Tables[table].ForeignKeys.Where(key => key.Target == table))
            PointUp(table, row, key);
        foreach (var (column, values) in _hot.Where(hot => !kept.Contains(hot.Key) && hot.Value.Count > 0 && _random.Chance(percent)))
            row[column] = _random.Pick(values);
        return row;
    }

    /// <summary>What a table's rows say of each other never runs in a ring: to a row that is there already, or to none.</summary>
    private void PointUp(int table, string?[] row, ForeignKey key)
    {
        var isOptional = key.Columns.All(column => !schema.Tables[table].Columns[column].NotNull);
        if (_draft.Rows[table].Count > 0 && (!isOptional || _random.Chance(75)))
            OwnKeys.Point(row, key, _random.Pick(_draft.Rows[table]));
        else if (isOptional)
            foreach (var column in key.Columns)
                row[column] = null;
    }

    /// <summary>Without those that nothing points to, groups are all there is: their totals decide every average.</summary>
    private void KeepTheUsed(int table, ForeignKey axis)
    {
        var used = _draft.Rows[table].Select(row => RowDraft.Key(row, axis.Columns)).ToHashSet();
        var gone = _draft.Rows[axis.Target].Where(row => !used.Contains(RowDraft.Key(row, axis.TargetColumns))).ToHashSet<string?[]>(ReferenceEqualityComparer.Instance);
        _draft.Remove(gone, axis.Target);
    }
}
