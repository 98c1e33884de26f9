namespace DbKatas.Grader.Comparing;

/// <summary>Which columns of the leftover rows may hold values that are equal without being exactly the same.</summary>
/// <param name="Loose">For each column, true when it may.</param>
/// <param name="Numbers">How many of them hold numbers.</param>
/// <param name="Nested">True when one of them holds arrays or JSON.</param>
internal sealed record LooseColumns(bool[] Loose, int Numbers, bool Nested)
{
    public bool AllExact => Loose.All(loose => !loose);

    public static LooseColumns Of(RowPool pool, Leftovers left, NumberTolerance[] tolerances)
    {
        var seen = new Traits[tolerances.Length];
        foreach (int row in left.Expected)
        {
            See(pool[row], Traits.ExpectedText);
        }
        foreach (int row in left.Actual)
        {
            See(pool[pool.OfActual(row)], Traits.None);
        }
        return new LooseColumns(
            [.. seen.Select(IsLoose)],
            seen.Count(traits => IsLoose(traits) && (traits & (Traits.LooseNumber | Traits.ExpectedText)) != 0),
            seen.Any(traits => traits.HasFlag(Traits.Nested)));

        void See(Value[] row, Traits whenText)
        {
            for (int column = 0; column < seen.Length; column++)
            {
                seen[column] |= TraitsOf(row[column], whenText, tolerances[column]);
            }
        }
    }

    private static bool IsLoose(Traits traits) =>
        (traits & (Traits.LooseNumber | Traits.Nested)) != 0
        || (traits.HasFlag(Traits.ExpectedText) && traits.HasFlag(Traits.PrintsAsText));

    private static Traits TraitsOf(in Value value, Traits whenText, NumberTolerance tolerance) => value.Kind switch
    {
        ValueKind.Text => whenText,
        ValueKind.Instant => Traits.PrintsAsText,
        ValueKind.Json or ValueKind.Array => Traits.Nested,
        ValueKind.Number or ValueKind.Float when tolerance.Loosens(value) => Traits.PrintsAsText | Traits.LooseNumber,
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
