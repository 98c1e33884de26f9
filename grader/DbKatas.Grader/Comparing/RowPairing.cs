namespace DbKatas.Grader.Comparing;

/// <summary>Rows told apart as changed, missing and extra.</summary>
internal sealed record PairedRows(IReadOnlyList<ChangedRow> Changed, IReadOnlyList<int> Key, Leftovers Rest);

/// <summary>Pairs a missing and an extra row that are plainly the same row with other values, by columns that tell the expected rows apart.</summary>
internal sealed class RowPairing(RowPool pool, Leftovers left, NumberTolerance[] tolerances)
{
    private const int NotFound = -1;

    // Columns that repeat a value mostly do so within so many rows; the room for all rows is made only then.
    private const int LikelyUnique = 1_000;

    // In place of a missing row's partner, as long as it has none.
    private const int Free = -1;

    public static PairedRows Pair(RowPool pool, Leftovers left, NumberTolerance[] tolerances) =>
        left.OneSideIsEmpty ? new PairedRows([], [], left) : new RowPairing(pool, left, tolerances).Best();

    private PairedRows Best()
    {
        var best = new PairedRows([], [], left);
        foreach (int[] key in Keys())
        {
            // A longer key only when no shorter one has paired anything, and no other one when there is nothing left to pair.
            if ((best.Changed.Count > 0 && key.Length > best.Key.Count) || best.Rest.OneSideIsEmpty)
            {
                break;
            }
            if (Unique(key) is not { } rows)
            {
                continue;
            }
            var paired = PairBy(key, rows);
            if (paired.Changed.Count > best.Changed.Count)
            {
                best = paired;
            }
        }
        return best;
    }

    // No column when each table has one row, then each single column, then the first two, the first three …, never all of them.
    private IEnumerable<int[]> Keys()
    {
        if (pool is { ExpectedCount: 1, ActualCount: 1 })
        {
            yield return [];
        }
        int columns = pool.AllColumns.Length;
        for (int column = 0; column < columns && columns > 1; column++)
        {
            yield return [column];
        }
        for (int length = 2; length < columns; length++)
        {
            yield return [.. Enumerable.Range(0, length)];
        }
    }

    /// <returns>The expected rows, to be found by the key; null when two of them share one.</returns>
    private HashSet<int>? Unique(int[] key)
    {
        var rows = new HashSet<int>(new RowComparer(pool, key));
        foreach (int row in pool.Expected)
        {
            if (!rows.Add(row))
            {
                return null;
            }
            if (rows.Count == LikelyUnique)
            {
                rows.EnsureCapacity(pool.ExpectedCount);
            }
        }
        return rows;
    }

    private PairedRows PairBy(int[] key, HashSet<int> rows)
    {
        int[] partnerOf = new int[pool.ExpectedCount];
        foreach (int position in left.Expected)
        {
            partnerOf[position] = Free;
        }
        int[] found = RowPool.OfAll(left.Actual, position => rows.TryGetValue(pool.OfActual(position), out int row) ? row : NotFound);
        var extra = new List<int>();
        for (int i = 0; i < found.Length; i++)
        {
            int number = pool.OfActual(left.Actual[i]);
            // The first extra row of a key is the changed one; further ones stay extra.
            if (found[i] != NotFound && partnerOf[found[i]] == Free && IsPlausible(key, pool[found[i]], pool[number]))
            {
                partnerOf[found[i]] = number;
            }
            else
            {
                extra.Add(left.Actual[i]);
            }
        }
        var changed = new List<ChangedRow>(left.Actual.Count - extra.Count);
        changed.AddRange(left.Expected.Where(row => partnerOf[row] != Free).Select(row => new ChangedRow(pool[row], pool[partnerOf[row]], tolerances)));
        return new PairedRows(changed, key, new Leftovers([.. left.Expected.Where(row => partnerOf[row] == Free)], extra));
    }

    // Two amounts may agree by chance. Only the leading column, mostly an id or a name, is trusted alone; others need half of the row.
    private static bool IsPlausible(int[] key, Value[] expected, Value[] actual) =>
        key is [] or [0, ..] || SameCells(expected, actual) * 2 >= expected.Length;

    private static int SameCells(Value[] expected, Value[] actual)
    {
        int same = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            same += ExactMeaning.Same(expected[i], actual[i]) ? 1 : 0;
        }
        return same;
    }
}
