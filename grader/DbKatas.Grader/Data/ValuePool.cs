namespace DbKatas.Grader.Data;

/// <summary>Values to fill a column with, without NULL. The first are the most telling ones; none comes twice.</summary>
/// <param name="Usual">Values like those of the seed, and those at and around the reference's constants.</param>
/// <param name="Strange">Values that the type permits and nobody would expect.</param>
/// <param name="Wide">The usual values and, between them, others that the question has in mind as well: at the bounds of a CHECK, at the end of a month, of several words.</param>
internal sealed record ValuePool(IReadOnlyList<string> Usual, IReadOnlyList<string> Strange, IReadOnlyList<string> Wide)
{
    /// <summary>More would only thin out the telling ones.</summary>
    private const int Most = 40;

    public static ValuePool Of(IEnumerable<string> usual, IEnumerable<string> strange) => Of(usual, strange, []);

    public static ValuePool Of(IEnumerable<string> usual, IEnumerable<string> strange, IEnumerable<string> rare)
    {
        string[] first = [.. usual.Distinct().Take(Most)];
        string[] others = [.. rare.Distinct().Except(first).Take(Most)];
        return new ValuePool(first, [.. strange.Distinct().Except(first).Take(Most)], Alternating(first, others));
    }

    /// <summary>With more values of which it is known that they occur.</summary>
    public ValuePool With(IEnumerable<string> more) => this with { Wide = [.. more.Concat(Wide).Distinct()] };

    private static List<string> Alternating(string[] first, string[] second)
    {
        var all = new List<string>();
        for (var i = 0; i < Math.Max(first.Length, second.Length); i++)
            all.AddRange([.. second.Skip(i).Take(1), .. first.Skip(i).Take(1)]);
        return all;
    }
}
