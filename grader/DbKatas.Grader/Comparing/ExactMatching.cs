namespace DbKatas.Grader.Comparing;

/// <summary>Rows of each table that have no partner in the other one yet, by their numbers in the pool, ascending.</summary>
internal sealed record Leftovers(int[] Expected, int[] Actual)
{
    public bool OneSideIsEmpty => Expected.Length == 0 || Actual.Length == 0;
}

/// <summary>Takes away from two bags of rows what they share by exact meaning, in linear time.</summary>
internal sealed class ExactMatching(RowPool pool)
{
    private readonly RowComparer _comparer = new(pool, pool.AllColumns);

    public static Leftovers Match(RowPool pool)
    {
        var matching = new ExactMatching(pool);
        var left = matching.DropEqualPositions();
        return left.OneSideIsEmpty ? left : matching.DropShared(left);
    }

    // Most right answers come in the expected order; what agrees in place needs no hash table. Taking an equal pair away from two bags
    // leaves their difference as it is.
    private Leftovers DropEqualPositions()
    {
        bool[] agrees = new bool[Math.Max(pool.ExpectedCount, pool.ActualCount)];
        RowPool.ForAll(agrees.Length, i => agrees[i] = AgreesInPlace(i));
        return pool.ExpectedCount == pool.ActualCount && !agrees.Contains(false)
            ? new Leftovers([], [])
            : new Leftovers(
                [.. Enumerable.Range(0, pool.ExpectedCount).Where(i => !agrees[i])],
                [.. Enumerable.Range(0, pool.ActualCount).Where(i => !agrees[i]).Select(pool.OfActual)]);
    }

    private bool AgreesInPlace(int position)
    {
        bool isExpected = position < pool.ExpectedCount;
        bool isActual = position < pool.ActualCount;
        if (isExpected && isActual && _comparer.Same(position, pool.OfActual(position)))
        {
            return true;
        }
        // Their hashes are asked for next, one row after the other; here all processors share the work, and a row is at hand.
        if (isExpected)
        {
            _comparer.Hash(position);
        }
        if (isActual)
        {
            _comparer.Hash(pool.OfActual(position));
        }
        return false;
    }

    private Leftovers DropShared(Leftovers left)
    {
        var distinct = new DistinctRows(pool, left.Expected);
        int[] groupOf = new int[left.Expected.Length];
        int[] copies = new int[left.Expected.Length];
        for (int i = 0; i < groupOf.Length; i++)
        {
            groupOf[i] = distinct.Add(i);
            copies[groupOf[i]]++;
        }
        int[] found = RowPool.OfAll(left.Actual, distinct.PlaceOf);
        int[] taken = new int[copies.Length];
        // The first copies of a row count as found, the later ones as extra or missing.
        int[] extra = [.. left.Actual.Where((_, i) => found[i] == DistinctRows.None || ++taken[found[i]] > copies[found[i]])];
        int[] missing = [.. left.Expected.Where((_, i) => --taken[groupOf[i]] < 0)];
        return new Leftovers(missing, extra);
    }
}
