namespace DbKatas.Grader.Comparing;

/// <summary>Rows told apart as changed, missing and extra.</summary>
internal sealed record PairedRows(IReadOnlyList<ChangedRow> Changed, IReadOnlyList<int> Key, Leftovers Rest);

/// <summary>Pairs a missing and an extra row that are plainly the same row with other values, by columns that tell the expected rows apart.</summary>
internal static class RowPairing
{
    public static PairedRows Pair(ResultTable expected, ResultTable actual, Leftovers left, NumberTolerance[] tolerances)
    {
        var best = new PairedRows([], [], left);
        if (left.OneSideIsEmpty)
        {
            return best;
        }
        foreach (int[] key in Keys(expected, actual))
        {
            // A longer key only when no shorter one has paired anything, and no other one when there is nothing left to pair.
            if ((best.Changed.Count > 0 && key.Length > best.Key.Count) || best.Rest.OneSideIsEmpty)
            {
                break;
            }
            if (!IsUnique(expected.Rows, key))
            {
                continue;
            }
            var paired = PairBy(key, expected.Rows, actual.Rows, left, tolerances);
            if (paired.Changed.Count > best.Changed.Count)
            {
                best = paired;
            }
        }
        return best;
    }

    // No column when each table has one row, then each single column, then the first two, the first three …, never all of them.
    private static IEnumerable<int[]> Keys(ResultTable expected, ResultTable actual)
    {
        if (expected.Rows.Count == 1 && actual.Rows.Count == 1)
        {
            yield return [];
        }
        int columns = expected.Columns.Count;
        for (int column = 0; column < columns && columns > 1; column++)
        {
            yield return [column];
        }
        for (int length = 2; length < columns; length++)
        {
            yield return [.. Enumerable.Range(0, length)];
        }
    }

    private static bool IsUnique(IReadOnlyList<Value[]> rows, int[] key)
    {
        var seen = new HashSet<Value[]>(new RowComparer(key));
        return rows.All(seen.Add);
    }

    private static PairedRows PairBy(
        int[] key, IReadOnlyList<Value[]> expected, IReadOnlyList<Value[]> actual, Leftovers left, NumberTolerance[] tolerances)
    {
        var missing = new Dictionary<Value[], int>(left.Expected.Count, new RowComparer(key));
        foreach (int position in left.Expected)
        {
            missing.Add(expected[position], position);
        }
        var partners = new Dictionary<int, int>();
        var extra = new List<int>();
        foreach (int position in left.Actual)
        {
            // The first extra row of a key is the changed one; further ones stay extra.
            if (!missing.TryGetValue(actual[position], out int partner)
                || !IsPlausible(key, expected[partner], actual[position])
                || !partners.TryAdd(partner, position))
            {
                extra.Add(position);
            }
        }
        var changed = new List<ChangedRow>(partners.Count);
        foreach (int position in left.Expected)
        {
            if (partners.TryGetValue(position, out int partner))
            {
                changed.Add(Changed(expected[position], actual[partner], tolerances));
            }
        }
        return new PairedRows(changed, key, new Leftovers([.. left.Expected.Where(row => !partners.ContainsKey(row))], extra));
    }

    // Two amounts may agree by chance. Only the leading column, mostly an id or a name, is trusted alone; others need half of the row.
    private static bool IsPlausible(int[] key, Value[] expected, Value[] actual) =>
        key is [] or [0, ..]
        || Enumerable.Range(0, expected.Length).Count(i => ExactMeaning.Same(expected[i], actual[i])) * 2 >= expected.Length;

    private static ChangedRow Changed(Value[] expected, Value[] actual, NumberTolerance[] tolerances) =>
        new(expected, actual, [.. Enumerable.Range(0, expected.Length).Where(i => !LooseMeaning.Same(expected[i], actual[i], tolerances[i]))]);
}
