namespace DbKatas.Grader.Comparing;

/// <summary>Positions of rows that have no partner in the other table yet, each list ascending.</summary>
internal sealed record Leftovers(List<int> Expected, List<int> Actual)
{
    public bool OneSideIsEmpty => Expected.Count == 0 || Actual.Count == 0;
}

/// <summary>Takes away from two bags of rows what they share by exact meaning, in linear time.</summary>
internal static class ExactMatching
{
    public static Leftovers Match(IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, int columns)
    {
        var comparer = RowComparer.OfAll(columns);
        var left = DropEqualPositions(expected, actual, comparer);
        return left.OneSideIsEmpty ? left : DropShared(expected, actual, left, comparer);
    }

    // Most right answers come in the expected order; what agrees in place needs no hash table. Taking an equal pair away from two bags
    // leaves their difference as it is.
    private static Leftovers DropEqualPositions(IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, RowComparer comparer)
    {
        var left = new Leftovers([], []);
        for (int i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            bool inBoth = i < expected.Count && i < actual.Count;
            if (inBoth && comparer.Equals(expected[i], actual[i]))
            {
                continue;
            }
            if (i < expected.Count)
            {
                left.Expected.Add(i);
            }
            if (i < actual.Count)
            {
                left.Actual.Add(i);
            }
        }
        return left;
    }

    private static Leftovers DropShared(
        IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, Leftovers left, RowComparer comparer)
    {
        var (groups, groupOf, copies) = Group(expected, left.Expected, comparer);
        int[] taken = new int[copies.Count];
        var extra = new List<int>();
        foreach (int position in left.Actual)
        {
            if (groups.TryGetValue(actual[position], out int group) && taken[group] < copies[group])
            {
                taken[group]++;
            }
            else
            {
                extra.Add(position);
            }
        }
        // The first copies of a row count as found, the later ones as missing.
        var missing = left.Expected.Where((_, i) => --taken[groupOf[i]] < 0).ToList();
        return new Leftovers(missing, extra);
    }

    // Equal rows share a number: by row, by place among the leftovers, and how many copies there are of each.
    private static (Dictionary<Value[], int> Groups, int[] GroupOf, List<int> Copies) Group(
        IReadOnlyList<Value[]> rows, List<int> positions, RowComparer comparer)
    {
        var groups = new Dictionary<Value[], int>(positions.Count, comparer);
        int[] groupOf = new int[positions.Count];
        var copies = new List<int>();
        for (int i = 0; i < groupOf.Length; i++)
        {
            var row = rows[positions[i]];
            if (!groups.TryGetValue(row, out groupOf[i]))
            {
                groupOf[i] = copies.Count;
                groups.Add(row, groupOf[i]);
                copies.Add(0);
            }
            copies[groupOf[i]]++;
        }
        return (groups, groupOf, copies);
    }
}
