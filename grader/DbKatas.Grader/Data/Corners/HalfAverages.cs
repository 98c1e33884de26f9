namespace DbKatas.Grader.Data.Corners;

/// <summary>
/// Gives a group numbers whose average is a half of the last decimal, while the average of those that are not NULL is rounded down: what is
/// rounded once comes out otherwise than what is rounded on the way.
/// </summary>
internal sealed class HalfAverages : ISums
{
    private const int Tries = 200;

    /// <summary>Where a half has three decimals, as in 0.125.</summary>
    private static readonly int[] Decimals = [2, 2, 2, 1, 0];

    private readonly int _column;
    private readonly ColumnShape _shape;
    private readonly bool _mayBeNull;
    private readonly decimal _unit;
    private readonly decimal _least;
    private readonly decimal _most;

    private HalfAverages(int column, ColumnShape shape, bool mayBeNull, List<decimal> usual)
    {
        (_column, _shape, _mayBeNull, _unit) = (column, shape, mayBeNull, NumberValues.Unit(shape) ?? 0.01m);
        (_least, _most) = (usual.Min(), usual.Max());
    }

    /// <returns>Null for a table without a number that the reference adds up.</returns>
    public static HalfAverages? Of(TableShape table, IEnumerable<int> free, ColumnPools pools, Domain domain, Randomness random)
    {
        int[] summed = [.. free.Where(column => table.Columns[column].Sort is ColumnSort.Integer or ColumnSort.Decimal && pools.Named.Summed.Contains(table.Columns[column].Name))];
        if (summed.Length == 0)
            return null;
        var chosen = random.Pick(summed);
        var (shape, rules) = (table.Columns[chosen], domain.Of(table.Name, table.Columns[chosen].Name));
        var usual = pools[shape].Usual.Select(NumberValues.Parse).OfType<decimal>().Where(number => NumberValues.Admits(shape, rules, number)).ToList();
        return usual.Count == 0 || rules?.Values is not null ? null : new HalfAverages(chosen, shape, !shape.NotNull && rules?.NeverNull != true, usual);
    }

    public void Steer(List<string?[]> rows, Randomness random)
    {
        for (var attempt = 0; attempt < Tries && rows.Count > 0; attempt++)
        {
            var known = _mayBeNull ? 1 + random.Below(rows.Count) : rows.Count;
            var total = known * _least + (random.Below((int)Math.Min(100_000, ((_most - _least) * known / _unit) + 1)) * _unit);
            if (!IsTelling(total, known, rows.Count, random.Pick(Decimals)))
                continue;
            Fill(rows, total, known);
            return;
        }
    }

    private static bool IsTelling(decimal total, int known, int all, int decimals)
    {
        var scale = decimals switch { 0 => 1, 1 => 10, _ => 100 };
        var isHalf = Math.Abs(total * scale / all) % 1 == 0.5m;
        return isHalf && (known == all || Math.Round(total / known, decimals, MidpointRounding.AwayFromZero) * known < total);
    }

    private void Fill(List<string?[]> rows, decimal total, int known)
    {
        var each = Math.Floor(total / known / _unit) * _unit;
        var more = (int)((total - (each * known)) / _unit);
        foreach (var (place, row) in rows.Index())
            row[_column] = place >= known ? null : NumberValues.Text(place < more ? each + _unit : each, _shape);
    }
}
