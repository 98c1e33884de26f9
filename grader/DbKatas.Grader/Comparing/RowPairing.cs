namespace DbKatas.Grader.Comparing;

/// <summary>Rows told apart as changed, missing and extra.</summary>
internal sealed record PairedRows(IReadOnlyList<ChangedRow> Changed, IReadOnlyList<int> Key, Leftovers Rest);

/// <summary>Pairs a missing and an extra row that are plainly the same row with other values, by columns that tell the expected rows apart.</summary>
internal sealed class RowPairing(RowPool pool, Leftovers left, NumberTolerance[] tolerances)
{
    // In place of a missing row's partner, as long as it has none.
    private const int Free = -1;

    private readonly RowIndex _index = new(pool.ExpectedCount);

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
            int[] partnerOf = Partners(key, rows);
            int count = left.Expected.Count(row => partnerOf[row] != Free);
            if (count > best.Changed.Count)
            {
                best = Paired(key, partnerOf, count);
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
    private DistinctRows? Unique(int[] key)
    {
        _index.Clear();
        var rows = new DistinctRows(pool, key, pool.Expected, _index);
        return pool.Expected.All(row => rows.Add(row) == row) ? rows : null;
    }

    /// <returns>For each expected row that was left over the number of the actual row that it became, or <see cref="Free"/>.</returns>
    private int[] Partners(int[] key, DistinctRows rows)
    {
        int[] partnerOf = new int[pool.ExpectedCount];
        foreach (int row in left.Expected)
        {
            partnerOf[row] = Free;
        }
        int[] found = RowPool.OfAll(left.Actual, number => PlausiblePartner(key, rows, number));
        for (int i = 0; i < found.Length; i++)
        {
            // The first extra row of a key is the changed one; further ones stay extra.
            if (found[i] != DistinctRows.None && partnerOf[found[i]] == Free)
            {
                partnerOf[found[i]] = left.Actual[i];
            }
        }
        return partnerOf;
    }

    private PairedRows Paired(int[] key, int[] partnerOf, int count)
    {
        var changed = new List<ChangedRow>(count);
        bool[] isPaired = new bool[pool.ActualCount];
        foreach (int row in left.Expected.Where(row => partnerOf[row] != Free))
        {
            changed.Add(new ChangedRow(pool[row], pool[partnerOf[row]], tolerances));
            isPaired[partnerOf[row] - pool.ExpectedCount] = true;
        }
        return new PairedRows(changed, key, new Leftovers(
            [.. left.Expected.Where(row => partnerOf[row] == Free)],
            [.. left.Actual.Where(number => !isPaired[number - pool.ExpectedCount])]));
    }

    private int PlausiblePartner(int[] key, DistinctRows rows, int number)
    {
        int row = rows.PlaceOf(number);
        return row != DistinctRows.None && IsPlausible(key, pool[row], pool[number]) ? row : DistinctRows.None;
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
