namespace DbKatas.Grader.Quality;

public enum MutantFate
{
    /// <summary>The kata's data tell it from the reference.</summary>
    Killed,

    /// <summary>The server refuses it: nobody could hand it in.</summary>
    Invalid,

    /// <summary>It says the same as the reference, as far as rules and a wide search can tell.</summary>
    Equivalent,

    /// <summary>It differs from the reference on some data, and on none of the kata's.</summary>
    Survived,
}

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">Its fate.</param>
/// <param name="By">The dataset that tells it apart, or what shows that it is equivalent, or why the server refuses it.</param>
/// <param name="ByVisibleData">True when the rows that everybody sees tell it apart.</param>
/// <param name="SeedRows">For a survivor: the statements that add the fewest rows found to tell it apart to the seed; empty when none were found.</param>
public sealed record MutantResult(Mutant Mutant, MutantFate Fate, string By, bool ByVisibleData = false, IReadOnlyList<string>? SeedRows = null);
