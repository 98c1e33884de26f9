using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Quality;

/// <summary>What usual slips give on a SQL kata's datasets.</summary>
internal interface ISlipShelf
{
    IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>How often the right answer says these words: <see cref="WrittenWords"/> asks.</summary>
    int Needed(string words);

    /// <param name="bench">The kata's bench.</param>
    /// <param name="dataset">One of its datasets.</param>
    /// <param name="mutants">Places of mutants.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>For each of them what it gives there; null for one that the server refuses.</returns>
    Task<IReadOnlyList<IReadOnlyDictionary<string, ResultTable>?>> ResultsAsync(
        DatasetBench bench, Dataset dataset, IReadOnlyList<int> mutants, CancellationToken cancellation);
}
