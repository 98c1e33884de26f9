using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>Holds an answer that is not right yet against the mutants of the reference, one dataset after the other.</summary>
internal interface IMistakeBench
{
    KataKind Kind { get; }

    /// <summary>The learner's text.</summary>
    string Written { get; }

    IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>How often the text that the mutants were made from says these words.</summary>
    int Needed(string words);

    /// <summary>How many datasets there are; the first is the visible one.</summary>
    int Datasets { get; }

    /// <param name="dataset">A dataset's place.</param>
    /// <param name="mutants">Places of mutants.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Those that give what the answer gives there; all of them where nothing can be judged.</returns>
    Task<IReadOnlyList<int>> FittingAsync(int dataset, IReadOnlyList<int> mutants, CancellationToken cancellation);
}
