namespace DbKatas.Grader.Quality;

/// <summary>How well a kata's data tell slips from the right answer.</summary>
/// <param name="Results">Every mutant's fate, in the order of the mutator.</param>
/// <param name="Elapsed">Time for all of them.</param>
public sealed record MutationScore(IReadOnlyList<MutantResult> Results, TimeSpan Elapsed)
{
    /// <summary>A domain.json that the seed suggests, for the author to confirm; null where there is one, or nothing to suggest.</summary>
    public string? Domain { get; init; }

    /// <summary>Mutants that the server runs.</summary>
    public int Mutants => Results.Count - Count(MutantFate.Invalid);

    public int Killed => Count(MutantFate.Killed);

    public int Equivalent => Count(MutantFate.Equivalent);

    public int Survivors => Count(MutantFate.Survived);

    public int KilledByVisibleData => Results.Count(result => result.ByVisibleData);

    /// <summary>How many of those that are not equivalent are told apart, in per cent.</summary>
    public double Percent => Share(Killed);

    /// <summary>The same by the rows that everybody sees.</summary>
    public double VisiblePercent => Share(KilledByVisibleData);

    private double Share(int killed) => Killed + Survivors == 0 ? 100 : 100.0 * killed / (Killed + Survivors);

    private int Count(MutantFate fate) => Results.Count(result => result.Fate == fate);
}
