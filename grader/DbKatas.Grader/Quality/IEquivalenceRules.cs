namespace DbKatas.Grader.Quality;

/// <summary>Names the reason why a mutant that no data tell apart says the same as the reference. It explains what a search has found and decides nothing.</summary>
internal interface IEquivalenceRules
{
    /// <returns>A reason; null when none is known.</returns>
    string? Explain(Mutant mutant);
}
