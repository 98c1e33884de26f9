using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>The reference answer itself, which can be asked about any documents.</summary>
/// <param name="reference">The answer, without a fault.</param>
internal sealed class DocumentReferenceYardstick(MongoAnswer reference) : IDocumentYardstick
{
    public MongoAnswer Reference => reference;

    public string Written => WrittenBy(reference);

    public static string WrittenBy(MongoAnswer answer) => string.Concat(answer.Commands.Select(command => command.Json));

    /// <summary>Reads the reference from a solution's folder.</summary>
    /// <exception cref="TroubleException">It can't be read, or holds no answer.</exception>
    public static MongoAnswer Read(string folder, Kata kata)
    {
        var path = Path.Combine(folder, kata.AnswerFile);
        try
        {
            var reference = MongoAnswer.Read(path, kata.AnswerFile);
            return reference.Commands.Count > 0
                ? reference
                : throw new TroubleException($"The kata itself is at fault: its reference answer {TextFile.Shown(path)} {reference.Fault?.Message ?? "holds nothing"}.");
        }
        catch (TextFileException unreadable)
        {
            throw new TroubleException(
                $"The reference answer {TextFile.Shown(path)} {unreadable.Message} Answers are judged against it: " +
                "say where it is with --solutions, or restore it.", unreadable);
        }
    }

    public Task<DocumentData> DataAsync(IMongoServer server, Kata kata, SeedData seed, CancellationToken cancellation) =>
        DocumentDataStore.ProvideAsync(server, kata, seed, reference, cancellation);

    public IDocumentSlips Slips(DocumentBench bench) => new DocumentMutants(bench, reference);

    public Task<DocumentCounterexample> ShrinkAsync(
        DocumentBench bench, IReadOnlyList<MongoCommand> answer, DocumentTrial start, bool inDomain, CancellationToken cancellation) =>
        new DocumentCounterexampleSearch(bench, answer, inDomain).ShrinkAsync(start, cancellation);
}
