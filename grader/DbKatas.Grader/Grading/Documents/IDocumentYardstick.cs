using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>What answers to a MongoDB kata are measured by, dataset by dataset: the reference answer, or what a library without solutions keeps of it.</summary>
internal interface IDocumentYardstick
{
    /// <summary>Null where it is not at hand; then nothing is known of other data than those that were kept.</summary>
    MongoAnswer? Reference { get; }

    /// <summary>What the reference's commands hold: identifiers that stand in it were not made up by MongoDB.</summary>
    string Written { get; }

    /// <summary>The kata's datasets, and what is right on each.</summary>
    Task<DocumentData> DataAsync(IMongoServer server, Kata kata, SeedData seed, CancellationToken cancellation);

    /// <summary>What usual slips give on the bench's data.</summary>
    IDocumentSlips Slips(DocumentBench bench);

    /// <summary>Finds a few documents on which an answer goes wrong as it does in a trial.</summary>
    /// <param name="bench">The kata's bench, with this yardstick.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="start">A trial that goes wrong.</param>
    /// <param name="inDomain">True to stay within the domain.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<DocumentCounterexample> ShrinkAsync(
        DocumentBench bench, IReadOnlyList<MongoCommand> answer, DocumentTrial start, bool inDomain, CancellationToken cancellation);
}
