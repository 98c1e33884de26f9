namespace DbKatas.Grader.Comparing;

/// <summary>
/// Whether all rows of two small tables can be paired at once. Matching step by step can miss that, because equality within a tolerance
/// is not transitive: of 1.00 and 1.01 beside 1.01 and 1.02, with 0.01 allowed, the exact match takes away the only partner of two rows.
/// </summary>
/// <remarks>A perfect matching in a bipartite graph, by augmenting paths (H. W. Kuhn, The Hungarian method, 1955).</remarks>
internal sealed class WholeMatching
{
    // Pairs are all compared, so the work grows with the square.
    private const int MostRows = 400;

    private readonly List<int>[] _partners;
    private readonly int[] _takenBy;
    private bool[] _seen = [];

    private WholeMatching(IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, NumberTolerance[] tolerances)
    {
        _takenBy = [.. Enumerable.Repeat(-1, actual.Count)];
        _partners = [.. expected.Select(row => Partners(row, actual, tolerances).ToList())];
    }

    /// <param name="expected">The expected rows.</param>
    /// <param name="actual">The actual rows.</param>
    /// <param name="left">The rows without a partner so far.</param>
    /// <param name="tolerances">One for each column.</param>
    public static bool Exists(
        IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, Leftovers left, NumberTolerance[] tolerances)
    {
        bool isWorthTrying = expected.Count == actual.Count && expected.Count <= MostRows;
        return isWorthTrying
            // A row that equals none ends most cases before all pairs are compared.
            && left.Expected.All(position => Partners(expected[position], actual, tolerances).Any())
            && new WholeMatching(expected, actual, tolerances).IsPerfect();
    }

    private static IEnumerable<int> Partners(Value[] row, IReadOnlyList<Value[]> actual, NumberTolerance[] tolerances) =>
        Enumerable.Range(0, actual.Count).Where(i => LooseMeaning.Same(row, actual[i], tolerances));

    private bool IsPerfect()
    {
        for (int row = 0; row < _partners.Length; row++)
        {
            _seen = new bool[_takenBy.Length];
            if (!FindsPartner(row))
            {
                return false;
            }
        }
        return true;
    }

    private bool FindsPartner(int row)
    {
        foreach (int partner in _partners[row])
        {
            if (_seen[partner])
            {
                continue;
            }
            _seen[partner] = true;
            if (_takenBy[partner] < 0 || FindsPartner(_takenBy[partner]))
            {
                _takenBy[partner] = row;
                return true;
            }
        }
        return false;
    }
}
