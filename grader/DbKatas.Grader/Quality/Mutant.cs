using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Quality;

/// <summary>A reference answer with one slip in it, such as a learner makes.</summary>
/// <param name="Operator">The kind of slip: "join kind", "comparison".</param>
/// <param name="Text">The whole text with the slip.</param>
/// <param name="Place">Where the slip is, in the text without it.</param>
/// <param name="AsIf">What it amounts to, to follow "as if": "rows without a match were dropped: an INNER JOIN where the question needs a LEFT JOIN".</param>
public sealed record Mutant(string Operator, string Text, TextPlace Place, string AsIf)
{
    /// <summary>Index of the first character that the slip changes.</summary>
    internal int Start { get; init; }
}
