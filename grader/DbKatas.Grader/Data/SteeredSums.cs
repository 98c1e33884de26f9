namespace DbKatas.Grader.Data;

/// <summary>Makes a column of a group add up to what an answer may get wrong: a constant of the reference, one step beside it, half a unit more, about the same as the others.</summary>
internal sealed class SteeredSums : ISums
{
    private const int ManyRows = 8;

    private readonly int _column;
    private readonly ColumnShape _shape;
    private readonly ColumnDomain? _rules;
    private readonly decimal _unit;
    private readonly List<decimal> _totals;
    private readonly bool _isTight;
    private readonly decimal _middle;
    private readonly decimal _step;

    private SteeredSums(int column, ColumnShape shape, ColumnDomain? rules, IEnumerable<decimal> totals, decimal usual, Randomness random)
    {
        (_column, _shape, _rules, _unit) = (column, shape, rules, NumberValues.Unit(shape) ?? 0.01m);
        _totals = [.. totals];
        _isTight = random.Chance(50);
        _step = random.Pick([1, 1, _unit, 0]);
        _middle = _totals.Count > 0 && random.Chance(60) ? random.Pick(_totals) : 1 + random.Below((int)Math.Clamp(usual, 10, 200));
    }

    /// <returns>Null for a table without a column whose numbers are free.</returns>
    public static SteeredSums? Of(TableShape table, IEnumerable<int> free, ColumnPools pools, Domain domain, Randomness random)
    {
        int[] numbers = [.. free.Where(column => table.Columns[column].Sort is ColumnSort.Integer or ColumnSort.Decimal or ColumnSort.Float && domain.Of(table.Name, table.Columns[column].Name)?.Values is null)];
        if (numbers.Length == 0)
            return null;
        int[] summed = [.. numbers.Where(column => pools.Named.Summed.Contains(table.Columns[column].Name))];
        var chosen = random.Pick(summed.Length > 0 && random.Chance(80) ? summed : numbers);
        var shape = table.Columns[chosen];
        var bounds = (shape.Bounds ?? []).Where(bound => bound is { IsLeast: true, IsIncluded: true }).Select(bound => bound.Value);
        var totals = pools.Constants.For(shape.Name).Where(c => c.IsNumber).Select(c => c.Text).Concat(bounds).Select(NumberValues.Parse).OfType<decimal>().Distinct();
        var rules = domain.Of(table.Name, shape.Name);
        var usual = pools[shape].Usual.Select(NumberValues.Parse).OfType<decimal>().DefaultIfEmpty(10).Max();
        return new SteeredSums(chosen, shape, rules, totals.Where(total => NumberValues.Admits(shape, rules, total)), usual, random);
    }

    public void Steer(List<string?[]> rows, Randomness random)
    {
        if (rows.Count == 0 || (!_isTight && random.Chance(25)))
            return;
        var total = Rounded(Total(rows.Count, random));
        // Where a number may be missing, the others come to the total.
        var some = !_shape.NotNull && _rules?.NeverNull != true && random.Chance(40) ? 1 + random.Below(rows.Count) : rows.Count;
        var share = decimal.Truncate(total / some / _unit) * _unit;
        // A total too small for so many rows is one for each of them.
        var (each, last) = NumberValues.Admits(_shape, _rules, share) ? (share, total - (share * (some - 1))) : (total, total);
        if (!NumberValues.Admits(_shape, _rules, each) || !NumberValues.Admits(_shape, _rules, last))
            return;
        foreach (var (place, row) in rows.Index())
            row[_column] = place < some - 1 ? NumberValues.Text(each, _shape) : place == some - 1 ? NumberValues.Text(last, _shape) : null;
    }

    // All groups of half of the datasets come to one total or the next, which makes ties and averages with a fraction; the others lie at the constants
    // and the bounds too. Large groups have any total: it is their average that may be rounded wrongly.
    private decimal Total(int rows, Randomness random)
    {
        if (rows >= ManyRows)
            return 1 + random.Below(5 * rows);
        if (_isTight)
            return _middle + (_step * random.Below(2));
        var known = _totals.Count == 0 || random.Chance(40) ? _middle : random.Pick(_totals);
        decimal[] beside = [known, known, known + _unit, known - _unit, known + 0.5m, known + 1, known - 1, random.Chance(20) ? known * rows : known];
        return random.Pick(beside);
    }

    private decimal Rounded(decimal total) => decimal.Round(total / _unit) * _unit;
}
