namespace DbKatas.Grader.Data;

/// <summary>Values to fill a column with, without NULL. The first are the most telling ones; none comes twice.</summary>
/// <param name="Usual">Values like those of the seed, and those at and around the reference's constants.</param>
/// <param name="Strange">Values that the type permits and nobody would expect.</param>
internal sealed record ValuePool(IReadOnlyList<string> Usual, IReadOnlyList<string> Strange)
{
    /// <summary>More would only thin out the telling ones.</summary>
    private const int Most = 40;

    public static ValuePool Of(IEnumerable<string> usual, IEnumerable<string> strange)
    {
        string[] first = [.. usual.Distinct().Take(Most)];
        return new ValuePool(first, [.. strange.Distinct().Except(first).Take(Most)]);
    }
}
