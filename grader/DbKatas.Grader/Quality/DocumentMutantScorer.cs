using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading.Documents;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>For MongoDB katas, on MongoDB or on what stands in for it.</summary>
/// <param name="mongo">Asked for a server when the first kata is scored; not disposed here.</param>
/// <param name="proposeDocuments">True to look, for every slip that only hidden data show, for documents that would show it in the seed.</param>
public sealed class DocumentMutantScorer(MongoEngine mongo, bool proposeDocuments = false) : IMutantScorer
{
    public bool Scores(Kata kata) => kata.Engines is [MongoEngine.Name] && kata.Kind is KataKind.Result or KataKind.State;

    public async Task<MutationScore> ScoreAsync(Kata kata, string referencePath, CancellationToken cancellation)
    {
        var reference = MongoAnswer.Read(referencePath, kata.AnswerFile);
        if (reference.Root is null)
            throw new TroubleException($"The reference answer {TextFile.Shown(referencePath)} can't be read: {reference.Fault?.Message ?? "it holds nothing"}.");
        var bench = await DocumentBench.OpenAsync(await mongo.ServerAsync(cancellation), kata, reference, cancellation);
        if (bench.Visible.Failure is { } failure)
            throw new TroubleException($"The reference answer {TextFile.Shown(referencePath)} does not run here: {failure.Message}.");
        var model = bench.Generator.Model;
        var mutants = new DocumentMutantBench(bench);
        var run = new MutationRun<DocumentSet>(mutants, DocumentMutator.Mutate(reference, model), new DocumentEquivalenceRules(kata, model, reference),
            new DocumentSeedFinder(mutants, model), proposeDocuments);
        return (await run.ScoreAsync(cancellation)) with { Domain = Proposal(kata, model) };
    }

    private static string? Proposal(Kata kata, DocumentModel model)
    {
        var domain = kata.Domain == Domain.None ? DocumentDomainProposer.Propose(model) : Domain.None;
        return domain == Domain.None ? null : DomainJsonWriter.Write(domain, DomainVocabulary.Documents);
    }
}
