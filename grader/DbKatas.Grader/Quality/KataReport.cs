namespace DbKatas.Grader.Quality;

/// <summary>What is wrong with a kata, told to its author.</summary>
/// <param name="File">The file at fault, as the author would type it.</param>
/// <param name="Line">The line at fault, from 1; null where the whole file is.</param>
/// <param name="Message">What is wrong and what to do about it, in a sentence or two.</param>
/// <param name="Mend">Lines to paste, where some would mend it.</param>
public sealed record VerifyFault(string File, int? Line, string Message, IReadOnlyList<string>? Mend = null)
{
    /// <summary>True for what is not wrong but still to be written, in a kata that was begun with <c>kata new</c>.</summary>
    public bool IsTodo { get; init; }
}

/// <summary>What was found when a kata was verified.</summary>
/// <param name="Id">The kata's id.</param>
/// <param name="Faults">None for a kata that is fit for a class.</param>
/// <param name="Score">How its data fare against mutants; null where the kind has none, or the reference did not run.</param>
/// <param name="Elapsed">Time for all of it.</param>
public sealed record KataReport(string Id, IReadOnlyList<VerifyFault> Faults, MutationScore? Score = null, TimeSpan Elapsed = default)
{
    public bool IsClean => Faults.Count == 0;

    /// <summary>The answers that the kata comes with, the reference first; the stub is none.</summary>
    public IReadOnlyList<JudgedAnswer> Answers { get; init; } = [];
}
