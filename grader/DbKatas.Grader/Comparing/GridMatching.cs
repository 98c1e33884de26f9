namespace DbKatas.Grader.Comparing;

/// <summary>Matches rows that are equal within the tolerance, in nearly linear time, by where their numbers lie.</summary>
/// <remarks>
/// Rows are put into buckets by what must agree exactly and by their numbers' places on a grid whose cells are much wider than the
/// tolerance; only rows of one bucket are compared. The grid is shifted from pass to pass. A pair of numbers within the tolerance lies
/// across a grid line in at most one of the passes, so with one pass more than there are such columns every pair of equal rows meets.
/// </remarks>
internal sealed class GridMatching(RowPool pool, Leftovers left, NumberTolerance[] tolerances, LooseColumns columns)
{
    // Rows that meet in a bucket and differ all the same are rare, unless a tolerance is wider than the values are apart. Then matching
    // stops being exhaustive instead of becoming quadratic.
    private const int InVainPerRow = 2;
    private const int InVainAtLeast = 2_000_000;

    // Comparing arrays or JSON takes about so many times longer.
    private const int NestedCost = 25;

    // So few pairs may all be compared, for what the grid's own rounding or many numbers inside JSON have kept apart.
    private const long FewPairs = 250_000;

    private readonly long _allowed = InVainAtLeast + (InVainPerRow * (long)(left.Expected.Length + left.Actual.Length));
    private readonly bool[] _expectedDone = new bool[left.Expected.Length];
    private readonly bool[] _actualDone = new bool[left.Actual.Length];
    private readonly int _cost = columns.Nested ? NestedCost : 1;

    // The actual rows that have no partner yet, by bucket.
    private readonly RowIndex _buckets = new(left.Actual.Length);
    private long _inVain;
    private int _matched;

    public static Leftovers Match(RowPool pool, Leftovers left, NumberTolerance[] tolerances, LooseColumns columns) =>
        left.OneSideIsEmpty ? left : new GridMatching(pool, left, tolerances, columns).Match();

    private Leftovers Match()
    {
        int passes = columns.Numbers + 1 + (columns.Nested ? 1 : 0);
        var expectedGrid = new RowGrid(pool, left.Expected, columns, tolerances, passes);
        var actualGrid = new RowGrid(pool, left.Actual, columns, tolerances, passes);
        for (int pass = 0; pass < passes && HasBothSides; pass++)
        {
            MatchBuckets(row => expectedGrid.Bucket(row, pass), row => actualGrid.Bucket(row, pass));
        }
        if ((_expectedDone.Length - _matched) * (long)(_actualDone.Length - _matched) <= FewPairs)
        {
            MatchBuckets(expectedGrid.WidestBucket, actualGrid.WidestBucket);
        }
        return new Leftovers(
            [.. left.Expected.Where((_, i) => !_expectedDone[i])],
            [.. left.Actual.Where((_, i) => !_actualDone[i])]);
    }

    private bool HasBothSides => _matched < _expectedDone.Length && _matched < _actualDone.Length;

    private void MatchBuckets(Func<int, int> expectedBucket, Func<int, int> actualBucket)
    {
        _buckets.Clear();
        // Backwards, so that each bucket is in the order of the rows.
        for (int i = _actualDone.Length - 1; i >= 0; i--)
        {
            if (!_actualDone[i])
            {
                _buckets.Add(i, actualBucket(i));
            }
        }
        for (int i = 0; i < _expectedDone.Length && _inVain < _allowed; i++)
        {
            if (!_expectedDone[i])
            {
                MatchOne(i, expectedBucket(i));
            }
        }
    }

    private void MatchOne(int row, int bucket)
    {
        var expected = pool[left.Expected[row]];
        for (int i = _buckets.First(bucket); i != RowIndex.None && _inVain < _allowed; i = _buckets.Next(i))
        {
            if (LooseMeaning.Same(expected, pool[left.Actual[i]], tolerances))
            {
                _expectedDone[row] = _actualDone[i] = true;
                _matched++;
                _buckets.Remove(i);
                return;
            }
            _inVain += _cost;
        }
    }
}
