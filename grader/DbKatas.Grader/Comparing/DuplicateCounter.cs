namespace DbKatas.Grader.Comparing;

/// <summary>Gathers unmatched rows that are copies of each other.</summary>
internal static class DuplicateCounter
{
    /// <summary>One entry for each distinct row, where it first appears, with its copies here and those that found a partner there.</summary>
    /// <param name="pool">The rows of both tables.</param>
    /// <param name="unmatched">The rows of one table that have no partner, by number.</param>
    /// <param name="others">All rows of the other table, by number.</param>
    public static IReadOnlyList<CountedRow> Count(RowPool pool, IReadOnlyList<int> unmatched, IEnumerable<int> others)
    {
        if (unmatched.Count == 0)
        {
            return [];
        }
        pool.HashAhead(unmatched, pool.AllColumns);
        pool.HashAhead([.. others], pool.AllColumns);
        var places = new Dictionary<int, int>(new RowComparer(pool, pool.AllColumns));
        var counted = new List<CountedRow>();
        foreach (int number in unmatched)
        {
            if (places.TryAdd(number, counted.Count))
            {
                counted.Add(new CountedRow(pool[number], 1, 0));
            }
            else
            {
                int place = places[number];
                counted[place] = counted[place] with { Count = counted[place].Count + 1 };
            }
        }
        foreach (int number in others)
        {
            if (places.TryGetValue(number, out int place))
            {
                counted[place] = counted[place] with { Matched = counted[place].Matched + 1 };
            }
        }
        return counted;
    }
}
