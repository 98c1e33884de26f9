namespace DbKatas.Grader.Comparing;

/// <summary>Gathers unmatched rows that are copies of each other.</summary>
internal static class DuplicateCounter
{
    /// <summary>One entry for each distinct row, where it first appears, with its copies here and those that found a partner there.</summary>
    public static IReadOnlyList<CountedRow> Count(
        IReadOnlyList<Value[]> rows, List<int> unmatched, IReadOnlyList<Value[]> others, int columns)
    {
        if (unmatched.Count == 0)
        {
            return [];
        }
        var places = new Dictionary<Value[], int>(RowComparer.OfAll(columns));
        var counted = new List<CountedRow>();
        foreach (int position in unmatched)
        {
            if (places.TryAdd(rows[position], counted.Count))
            {
                counted.Add(new CountedRow(rows[position], 1, 0));
            }
            else
            {
                int place = places[rows[position]];
                counted[place] = counted[place] with { Count = counted[place].Count + 1 };
            }
        }
        foreach (var row in others)
        {
            if (places.TryGetValue(row, out int place))
            {
                counted[place] = counted[place] with { Matched = counted[place].Matched + 1 };
            }
        }
        return counted;
    }
}
