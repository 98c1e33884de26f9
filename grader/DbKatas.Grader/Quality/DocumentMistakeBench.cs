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
    private readonly Lazy<IReadOnlyList<Mutant>> _mutants = new(() => DocumentMutator.Mutate(bench.Reference, bench.Generator.Model));
    private readonly Dictionary<int, IReadOnlyList<MongoCommand>> _commands = [];

    public KataKind Kind => bench.Kata.Kind;

    public string Written => answer.Text;

    public string Needed => bench.Reference.Text;

    public IReadOnlyList<Mutant> Mutants => _mutants.Value;

    /// <summary>Those within the domain, which come first: what is beyond it is no ground for a guess.</summary>
    public int Datasets => bench.Datasets.Count(dataset => dataset.InDomain);

    public async Task<IReadOnlyList<int>> FittingAsync(int dataset, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        var known = bench.Data.Known[dataset];
        var asked = mutants.Where(mutant => Commands(mutant).Count > 0).ToList();
        var runs = (await bench.Server.RunAllAsync(new MongoBatch([known.Seed], [answer.Commands, .. asked.Select(Commands)], bench.Kata.Limits), cancellation))[0];
        if (runs[0].Failure is { } failure)
            return failure.Fault == MongoFault.NeedsServer ? mutants : [];
        return [.. asked.Where((_, place) => IsSame(known.Seed, runs[place + 1], runs[0]))];
    }

    private bool IsSame(SeedData seed, MongoRun mutant, MongoRun given)
    {
        try
        {
            return mutant.Failure is null && bench.Comparison.Compare(seed, mutant, given, answer.Commands).Count == 0;
        }
        catch (RulesException)
        {
            // The slip lost a field that the rules name.
            return false;
        }
    }

    /// <summary>None for a slip that makes no sense.</summary>
    private IReadOnlyList<MongoCommand> Commands(int mutant)
    {
        if (_commands.TryGetValue(mutant, out var commands))
            return commands;
        try
        {
            return _commands[mutant] = AnswerShape.Of(bench.Kata.AnswerFile).Read(JsonReader.Read(Mutants[mutant].Text)!);
        }
        catch (JsonFaultException)
        {
            return _commands[mutant] = [];
        }
    }
}
