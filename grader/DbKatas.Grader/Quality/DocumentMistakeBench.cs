using DbKatas.Grader.Comparing;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading.Documents;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Quality;

/// <summary>For MongoDB katas, on MongoDB or on what stands in for it.</summary>
/// <param name="bench">The kata's bench.</param>
/// <param name="answer">An answer that is not right yet.</param>
internal sealed class DocumentMistakeBench(DocumentBench bench, MongoAnswer answer) : IMistakeBench
{
    private readonly IDocumentSlips _slips = bench.Yardstick.Slips(bench);

    public KataKind Kind => bench.Kata.Kind;

    public string Written => answer.Text;

    public IReadOnlyList<Mutant> Mutants => _slips.Mutants;

    public int Needed(string words) => _slips.Needed(words);

    /// <summary>Those within the domain, which come first: what is beyond it is no ground for a guess.</summary>
    public int Datasets => bench.Datasets.Count(dataset => dataset.InDomain);

    public async Task<IReadOnlyList<int>> FittingAsync(int dataset, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        var known = bench.Data.Known[dataset];
        var (given, slips) = await _slips.RunAsync(known, answer.Commands, mutants, cancellation);
        if (given.Failure is { } failure)
            return failure.Fault == MongoFault.NeedsServer ? mutants : [];
        return [.. mutants.Where((_, place) => slips[place] is { } slip && IsSame(known.Seed, slip, given))];
    }

    private bool IsSame(SeedData seed, MongoRun mutant, MongoRun given)
    {
        try
        {
            return bench.Comparison.Compare(seed, mutant, given, answer.Commands).Count == 0;
        }
        catch (RulesException)
        {
            // The slip lost a field that the rules name.
            return false;
        }
    }
}
