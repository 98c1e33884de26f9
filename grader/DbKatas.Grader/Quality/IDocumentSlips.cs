using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Quality;

/// <summary>What usual slips give on a MongoDB kata's datasets.</summary>
internal interface IDocumentSlips
{
    IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>How often the right answer says these words: <see cref="WrittenWords"/> asks.</summary>
    int Needed(string words);

    /// <param name="known">One of the kata's datasets.</param>
    /// <param name="answer">An answer, to be run there as well.</param>
    /// <param name="mutants">Places of mutants.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What the answer gives, and what each of the mutants does; null for one that makes no sense or fails.</returns>
    Task<(MongoRun Given, IReadOnlyList<MongoRun?> Slips)> RunAsync(
        KnownSet known, IReadOnlyList<MongoCommand> answer, IReadOnlyList<int> mutants, CancellationToken cancellation);
}
