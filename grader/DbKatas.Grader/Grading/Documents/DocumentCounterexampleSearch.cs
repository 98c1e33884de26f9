using System.Diagnostics;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>
/// Makes documents on which an answer goes wrong fewer and plainer while it still does, in the same way. The search is bounded in probes,
/// not in time, so that it repeats.
/// </summary>
/// <param name="bench">The kata's bench.</param>
/// <param name="answer">The answer.</param>
/// <param name="inDomain">True to stay within the domain.</param>
internal sealed class DocumentCounterexampleSearch(DocumentBench bench, IReadOnlyList<MongoCommand> answer, bool inDomain)
{
    private const int MostProbes = 200;

    /// <summary>The same on a real server, where each probe has databases of its own.</summary>
    private const int MostSlowProbes = 40;

    private readonly int _mostProbes = bench.Server.MajorVersion is null ? MostProbes : MostSlowProbes;
    private int _probes;
    private DocumentTrial _best = null!;

    /// <param name="start">A trial that goes wrong.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<DocumentCounterexample> ShrinkAsync(DocumentTrial start, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        _best = start;
        var documents = start.Dataset.Collections.SelectMany(content => content.Documents.Select(document => (content.Name, Document: document))).ToList();
        await FewestItems.FindAsync(documents, mayBeNone: true, kept => FailsAsync(Draft(kept), cancellation));
        await new DocumentSimplifier(bench.Generator, inDomain).SimplifyAsync(_best.Dataset, contents => FailsAsync(contents, cancellation));
        return new DocumentCounterexample(_best, _probes) { Elapsed = clock.Elapsed };
    }

    private IReadOnlyList<CollectionContent> Draft(IReadOnlyList<(string Name, JsonNode Document)> kept)
    {
        var draft = new DocumentDraft(bench.Generator.Model, bench.Kata.Domain);
        foreach (var (name, document) in kept)
            draft[name].Add(document);
        if (inDomain)
            draft.Close();
        return draft.Contents;
    }

    /// <summary>Tries other documents; those that still go wrong in the same way are the new best.</summary>
    private async Task<bool> FailsAsync(IReadOnlyList<CollectionContent> contents, CancellationToken cancellation)
    {
        if (++_probes > _mostProbes)
            return false;
        var isEmptied = bench.Kata.Domain.Tables.Any(table => table.Value.NeverEmpty && contents.Any(content => content.Name == table.Key && content.Documents.Count == 0));
        var trial = isEmptied ? null : await bench.ProbeAsync(answer, new DocumentSet("counterexample", DatasetSort.PerturbedSeed, contents, inDomain), cancellation);
        if (trial is null || Sort(trial) != Sort(_best))
            return false;
        _best = trial;
        return true;
    }

    /// <summary>In which way it goes wrong, so that the search does not end at another fault than it began with.</summary>
    internal static int Sort(DocumentTrial trial) =>
        trial.Actual.Failure is not null ? 0 : trial.Differences.All(difference => difference.Documents is { OutOfOrder: not null }) ? 1 : 2;
}
