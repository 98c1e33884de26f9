namespace DbKatas.Grader.Comparing;

/// <summary>Which columns of the leftover rows may hold values that are equal without being exactly the same.</summary>
/// <param name="Loose">For each column, true when it may.</param>
/// <param name="Numbers">How many of them hold numbers.</param>
/// <param name="Nested">True when one of them holds arrays or JSON.</param>
internal sealed record LooseColumns(bool[] Loose, int Numbers, bool Nested)
{
    public bool AllExact => Loose.All(loose => !loose);

    /// <summary>The columns that must agree exactly.</summary>
    public int[] Exact { get; } = [.. Enumerable.Range(0, Loose.Length).Where(column => !Loose[column])];

    public static LooseColumns Of(RowPool pool, Leftovers left, NumberTolerance[] tolerances)
    {
        int[] seen = new int[tolerances.Length];
        RowPool.ForAll(left.Expected.Length, i => See(pool[left.Expected[i]], Traits.ExpectedText));
        RowPool.ForAll(left.Actual.Length, i => See(pool[left.Actual[i]], Traits.None));
        Traits[] traits = [.. seen.Select(bits => (Traits)bits)];
        return new LooseColumns(
            [.. traits.Select(IsLoose)],
            traits.Count(some => IsLoose(some) && (some & (Traits.LooseNumber | Traits.ExpectedText)) != 0),
            traits.Any(some => some.HasFlag(Traits.Nested)));

        void See(Value[] row, Traits whenText)
        {
            for (int column = 0; column < seen.Length; column++)
            {
                int found = (int)TraitsOf(row[column], whenText, tolerances[column], known: (Traits)seen[column]);
                if ((seen[column] | found) != seen[column])
                {
                    Interlocked.Or(ref seen[column], found);
                }
            }
        }
    }

    private static bool IsLoose(Traits traits) =>
        (traits & (Traits.LooseNumber | Traits.Nested)) != 0
        || (traits.HasFlag(Traits.ExpectedText) && traits.HasFlag(Traits.PrintsAsText));

    private static Traits TraitsOf(in Value value, Traits whenText, NumberTolerance tolerance, Traits known) => value.Kind switch
    {
        ValueKind.Text => whenText,
        ValueKind.Instant => Traits.PrintsAsText,
        ValueKind.Json or ValueKind.Array => Traits.Nested,
        // Of a column with one such number the others need not be read.
        ValueKind.Number or ValueKind.Float when known.HasFlag(Traits.LooseNumber) || tolerance.Loosens(value) => Traits.PrintsAsText | Traits.LooseNumber,
        ValueKind.Number or ValueKind.Float => Traits.PrintsAsText,
        _ => Traits.None,
    };

    [Flags]
    private enum Traits
    {
        None = 0,
        LooseNumber = 1,
        Nested = 2,
        ExpectedText = 4,
        PrintsAsText = 8,
    }
}
