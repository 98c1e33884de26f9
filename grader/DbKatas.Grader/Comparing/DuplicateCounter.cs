namespace DbKatas.Grader.Comparing;

/// <summary>Gathers unmatched rows that are copies of each other.</summary>
internal static class DuplicateCounter
{
    /// <summary>One entry for each distinct row, where it first appears, with its copies here and those that found a partner there.</summary>
    /// <param name="pool">The rows of both tables.</param>
    /// <param name="unmatched">The rows of one table that have no partner, by number.</param>
    /// <param name="others">All rows of the other table, by number.</param>
    public static IReadOnlyList<CountedRow> Count(RowPool pool, IReadOnlyList<int> unmatched, IReadOnlyList<int> others)
    {
        if (unmatched.Count == 0)
        {
            return [];
        }
        var distinct = new DistinctRows(pool, unmatched);
        var (copies, matched) = (new int[unmatched.Count], new int[unmatched.Count]);
        for (int place = 0; place < copies.Length; place++)
        {
            copies[distinct.Add(place)]++;
        }
        foreach (int place in RowPool.OfAll(others, distinct.PlaceOf))
        {
            if (place != DistinctRows.None)
            {
                matched[place]++;
            }
        }
        return [.. Enumerable.Range(0, copies.Length).Where(place => copies[place] > 0).Select(place => new CountedRow(pool[unmatched[place]], copies[place], matched[place]))];
    }
}
