namespace DbKatas.Grader.Comparing;

/// <summary>
/// Matches the rows that exact matching left over when they are equal within the tolerance, in nearly linear time.
/// </summary>
/// <remarks>
/// Rows are put into buckets by what must agree exactly and by their numbers' places on a grid whose cells are much wider than the
/// tolerance; only rows of one bucket are compared. The grid is shifted from pass to pass. A pair of numbers within the tolerance lies
/// across a grid line in at most one of the passes, so with one pass more than there are such columns every pair of equal rows meets.
/// </remarks>
internal sealed class LooseMatching(RowPool pool, Leftovers left, NumberTolerance[] tolerances, LooseColumns columns)
{
    // Rows that meet in a bucket and differ all the same are rare, unless a tolerance is wider than the values are apart. Then matching
    // stops being exhaustive instead of becoming quadratic.
    private const int InVainPerRow = 2;
    private const int InVainAtLeast = 2_000_000;

    // Comparing arrays or JSON takes about so many times longer.
    private const int NestedCost = 25;

    // So few pairs may all be compared, for what the grid's own rounding or many numbers inside JSON have kept apart.
    private const long FewPairs = 250_000;

    private readonly long _allowed = InVainAtLeast + (InVainPerRow * (long)(left.Expected.Count + left.Actual.Count));
    private readonly bool[] _expectedDone = new bool[left.Expected.Count];
    private readonly bool[] _actualDone = new bool[left.Actual.Count];
    private readonly int _cost = columns.Nested ? NestedCost : 1;

    // The actual rows of each bucket, chained: the first one by bucket, and the next one by row; -1 where there is none.
    private readonly Dictionary<int, int> _first = new(left.Actual.Count);
    private readonly int[] _next = new int[left.Actual.Count];
    private long _inVain;
    private int _matched;

    public static Leftovers Match(RowPool pool, Leftovers left, NumberTolerance[] tolerances)
    {
        var columns = LooseColumns.Of(pool, left, tolerances);
        return left.OneSideIsEmpty || columns.AllExact ? left : new LooseMatching(pool, left, tolerances, columns).Match();
    }

    private Leftovers Match()
    {
        int passes = columns.Numbers + 1 + (columns.Nested ? 1 : 0);
        var expectedGrid = new RowGrid(pool, left.Expected, columns, tolerances, passes);
        var actualGrid = new RowGrid(pool, [.. left.Actual.Select(pool.OfActual)], columns, tolerances, passes);
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
        _first.Clear();
        // Backwards, so that each chain runs in the order of the rows.
        for (int i = _next.Length - 1; i >= 0; i--)
        {
            if (!_actualDone[i])
            {
                int bucket = actualBucket(i);
                _next[i] = _first.GetValueOrDefault(bucket, -1);
                _first[bucket] = i;
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
        int previous = -1;
        for (int i = _first.GetValueOrDefault(bucket, -1); i >= 0 && _inVain < _allowed; previous = i, i = _next[i])
        {
            if (!LooseMeaning.Same(pool[left.Expected[row]], pool[pool.OfActual(left.Actual[i])], tolerances))
            {
                _inVain += _cost;
                continue;
            }
            _expectedDone[row] = _actualDone[i] = true;
            _matched++;
            if (previous < 0)
            {
                _first[bucket] = _next[i];
            }
            else
            {
                _next[previous] = _next[i];
            }
            return;
        }
    }
}
