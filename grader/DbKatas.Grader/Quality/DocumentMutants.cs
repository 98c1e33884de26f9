using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Quality;

/// <summary>The mutants of a reference answer, run as they are asked for.</summary>
/// <param name="bench">The kata's bench.</param>
/// <param name="reference">The reference.</param>
internal sealed class DocumentMutants(DocumentBench bench, MongoAnswer reference) : IDocumentSlips
{
    private readonly Lazy<IReadOnlyList<Mutant>> _mutants = new(() => DocumentMutator.Mutate(reference, bench.Generator.Model));
    private readonly Dictionary<int, IReadOnlyList<MongoCommand>> _commands = [];

    public IReadOnlyList<Mutant> Mutants => _mutants.Value;

    public int Needed(string words) => WrittenWords.CountIn(reference.Text, words);

    public async Task<(MongoRun Given, IReadOnlyList<MongoRun?> Slips)> RunAsync(
        KnownSet known, IReadOnlyList<MongoCommand> answer, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        var asked = mutants.Where(mutant => Commands(mutant).Count > 0).ToList();
        var runs = (await bench.Server.RunAllAsync(new MongoBatch([known.Seed], [answer, .. asked.Select(Commands)], bench.Kata.Limits), cancellation))[0];
        var given = asked.Zip(runs.Skip(1)).Where(pair => pair.Second.Failure is null).ToDictionary(pair => pair.First, pair => pair.Second);
        return (runs[0], [.. mutants.Select(given.GetValueOrDefault)]);
    }

    /// <summary>None for a slip that makes no sense.</summary>
    public IReadOnlyList<MongoCommand> Commands(int mutant)
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
