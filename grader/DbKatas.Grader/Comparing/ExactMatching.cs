namespace DbKatas.Grader.Comparing;

/// <summary>Positions of rows that have no partner in the other table yet, each list ascending.</summary>
internal sealed record Leftovers(List<int> Expected, List<int> Actual)
{
    public bool OneSideIsEmpty => Expected.Count == 0 || Actual.Count == 0;
}

/// <summary>Takes away from two bags of rows what they share by exact meaning, in linear time.</summary>
internal static class ExactMatching
{
    private const int NoGroup = -1;

    public static Leftovers Match(RowPool pool)
    {
        var comparer = new RowComparer(pool, pool.AllColumns);
        var left = DropEqualPositions(pool, comparer);
        if (left.OneSideIsEmpty)
        {
            return left;
        }
        pool.HashAhead(left.Expected, pool.AllColumns);
        pool.HashAhead([.. left.Actual.Select(pool.OfActual)], pool.AllColumns);
        return DropShared(pool, left, comparer);
    }

    // Most right answers come in the expected order; what agrees in place needs no hash table. Taking an equal pair away from two bags
    // leaves their difference as it is.
    private static Leftovers DropEqualPositions(RowPool pool, RowComparer comparer)
    {
        var left = new Leftovers([], []);
        for (int i = 0; i < Math.Max(pool.ExpectedCount, pool.ActualCount); i++)
        {
            bool inBoth = i < pool.ExpectedCount && i < pool.ActualCount;
            if (inBoth && comparer.Equals(i, pool.OfActual(i)))
            {
                continue;
            }
            if (i < pool.ExpectedCount)
            {
                left.Expected.Add(i);
            }
            if (i < pool.ActualCount)
            {
                left.Actual.Add(i);
            }
        }
        return left;
    }

    private static Leftovers DropShared(RowPool pool, Leftovers left, RowComparer comparer)
    {
        var (groups, groupOf, copies) = Group(left.Expected, comparer);
        int[] found = RowPool.OfAll(left.Actual, position => groups.GetValueOrDefault(pool.OfActual(position), NoGroup));
        int[] taken = new int[copies.Count];
        // The first copies of a row count as found, the later ones as extra or missing.
        var extra = left.Actual.Where((_, i) => found[i] == NoGroup || ++taken[found[i]] > copies[found[i]]).ToList();
        var missing = left.Expected.Where((_, i) => --taken[groupOf[i]] < 0).ToList();
        return new Leftovers(missing, extra);
    }

    // Equal rows share a number: by row, by place among the leftovers, and how many copies there are of each.
    private static (Dictionary<int, int> Groups, int[] GroupOf, List<int> Copies) Group(List<int> positions, RowComparer comparer)
    {
        var groups = new Dictionary<int, int>(positions.Count, comparer);
        int[] groupOf = new int[positions.Count];
        var copies = new List<int>();
        for (int i = 0; i < groupOf.Length; i++)
        {
            if (groups.TryAdd(positions[i], copies.Count))
            {
                groupOf[i] = copies.Count;
                copies.Add(1);
            }
            else
            {
                groupOf[i] = groups[positions[i]];
                copies[groupOf[i]]++;
            }
        }
        return (groups, groupOf, copies);
    }
}
