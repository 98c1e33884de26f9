namespace DbKatas.Grader.Comparing;

/// <summary>Matches the rows that exact matching left over when they are equal within the tolerance, in nearly linear time.</summary>
/// <remarks>
/// Where what must agree exactly leads from a row to a single one of the other table, that one alone is compared; most rows hold an id or
/// a name. Only the rest goes through <see cref="GridMatching"/>, which has to read each number and find its place on a line.
/// </remarks>
internal sealed class LooseMatching(RowPool pool, Leftovers left, NumberTolerance[] tolerances, LooseColumns columns)
{
    // In place of the one row of the other table: there is none, and there are several.
    private const int NoRow = RowIndex.None;
    private const int Several = -2;

    private readonly RowComparer _comparer = new(pool, columns.Exact);
    private readonly RowIndex _actual = new(left.Actual.Length);

    public static Leftovers Match(RowPool pool, Leftovers left, NumberTolerance[] tolerances)
    {
        if (left.OneSideIsEmpty)
        {
            return left;
        }
        var columns = LooseColumns.Of(pool, left, tolerances);
        return columns.AllExact ? left : new LooseMatching(pool, left, tolerances, columns).Match();
    }

    private Leftovers Match()
    {
        for (int i = 0; i < left.Actual.Length; i++)
        {
            _actual.Add(i, _comparer.Hash(left.Actual[i]));
        }
        int[] partners = RowPool.OfAll(left.Expected, NearPartner);
        bool[] taken = Taken(partners);
        var settled = new Leftovers(
            [.. left.Expected.Where((_, i) => partners[i] == NoRow)],
            [.. left.Actual.Where((_, i) => !taken[i])]);
        int[] open = [.. left.Expected.Where((_, i) => partners[i] == Several)];
        return open.Length == 0 ? settled : MatchOnGrid(open, settled);
    }

    // Of several rows with the same partner the first one has it, and the others none.
    private bool[] Taken(int[] partners)
    {
        bool[] taken = new bool[left.Actual.Length];
        foreach (ref int partner in partners.AsSpan())
        {
            if (partner >= 0)
            {
                ref bool isTaken = ref taken[partner];
                (partner, isTaken) = (isTaken ? NoRow : partner, true);
            }
        }
        return taken;
    }

    private Leftovers MatchOnGrid(int[] open, Leftovers settled)
    {
        var actual = settled.Actual.ToLookup(number => OnlyPartner(number) == Several);
        var rest = GridMatching.Match(pool, new Leftovers(open, [.. actual[true]]), tolerances, columns);
        return new Leftovers(
            [.. settled.Expected.Concat(rest.Expected).Order()],
            [.. actual[false].Concat(rest.Actual).Order()]);
    }

    // The one actual row that agrees exactly where it must, when it is near enough in the rest.
    private int NearPartner(int number)
    {
        int partner = OnlyPartner(number);
        return partner < 0 || LooseMeaning.Same(pool[number], pool[left.Actual[partner]], tolerances) ? partner : NoRow;
    }

    private int OnlyPartner(int number)
    {
        int partner = _actual.First(_comparer.Hash(number));
        return partner == NoRow || _actual.Next(partner) == NoRow ? partner : Several;
    }
}
