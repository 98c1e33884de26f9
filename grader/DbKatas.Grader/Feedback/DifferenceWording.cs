namespace DbKatas.Grader.Feedback;

/// <summary>What the words of a difference are about.</summary>
/// <param name="Table">The table compared, for katas about what tables hold; null for the result of a query.</param>
/// <param name="Where">Added to the first sentence: "on the data you see".</param>
public sealed record DifferenceWording(string? Table = null, string? Where = null)
{
    public static readonly DifferenceWording Query = new();

    /// <summary>What heads the first sentence: "table accounts: " or nothing.</summary>
    internal string Head => Table is null ? "" : $"table {VisibleText.Escape(Table)}: ";

    internal string Returns => Table is null ? "Your query returns" : "it has";

    internal string End => Where is null ? "." : $" {Where}.";

    /// <summary>A sentence that starts small after a head.</summary>
    internal string Sentence(string text) =>
        Head + (Table is null || text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..]);
}
