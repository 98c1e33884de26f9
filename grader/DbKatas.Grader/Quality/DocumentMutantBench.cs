using System.Runtime.CompilerServices;
using DbKatas.Grader.Data;
using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Grading.Documents;

namespace DbKatas.Grader.Quality;

/// <summary>For MongoDB katas, on MongoDB or on what stands in for it.</summary>
internal sealed class DocumentMutantBench(DocumentBench bench) : IMutantBench<DocumentSet>
{
    private static readonly (DatasetSort Sort, int Count)[] Search = [(DatasetSort.ConstantsAware, 160), (DatasetSort.PerturbedSeed, 80)];

    private readonly Dictionary<string, (IReadOnlyList<MongoCommand> Commands, string? Fault)> _read = [];

    public IReadOnlyList<DocumentSet> Datasets => bench.Datasets;

    public async IAsyncEnumerable<DocumentSet> WideSearchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (sort, count) in Search)
            foreach (var dataset in await bench.MoreAsync(sort, count, cancellation))
                yield return dataset;
    }

    public async Task<IReadOnlyList<Showing>?> ShowAsync(IReadOnlyList<string> texts, DocumentSet dataset, CancellationToken cancellation)
    {
        var answers = texts.Select(Read).ToList();
        if (await bench.TryAllAsync([.. answers.Where(answer => answer.Fault is null).Select(answer => answer.Commands)], dataset, cancellation) is not { } trials)
            return null;
        var isKnown = bench.Datasets.Contains(dataset);
        var (showings, next) = (new List<Showing>(), 0);
        foreach (var (commands, fault) in answers)
            showings.Add(fault is not null ? new Showing(true, fault)
                : isKnown || !trials[next].GoesWrong ? Show(trials[next++])
                : await ConfirmAsync(commands, trials[next++].Dataset, cancellation));
        return showings;
    }

    /// <summary>What the reference itself leaves to chance is no difference.</summary>
    private async Task<Showing> ConfirmAsync(IReadOnlyList<MongoCommand> commands, DocumentSet dataset, CancellationToken cancellation) =>
        await bench.ProbeAsync(commands, dataset, cancellation) is { } trial ? Show(trial) : new Showing(false);

    /// <summary>What the stand-in can't judge counts as refused where it is told first, on the visible data, and later as no difference.</summary>
    private static Showing Show(DocumentTrial trial) => trial.Actual.Failure switch
    {
        null => new Showing(!trial.Agrees),
        { Fault: MongoFault.NeedsServer } failure => new Showing(trial.Dataset.Sort == DatasetSort.Visible, $"needs a MongoDB server: {failure.Message}"),
        { Fault: MongoFault.Refused } failure => new Showing(true, failure.Message),
        var slow => new Showing(true, slow.Fault.ToString(), IsTooSlow: true),
    };

    private (IReadOnlyList<MongoCommand> Commands, string? Fault) Read(string text)
    {
        if (!_read.TryGetValue(text, out var read))
            _read[text] = read = ReadAnew(text);
        return read;
    }

    private (IReadOnlyList<MongoCommand>, string?) ReadAnew(string text)
    {
        try
        {
            var commands = AnswerShape.Of(bench.Kata.AnswerFile).Read(JsonReader.Read(text)!);
            return (commands, commands.Count == 0 ? "It holds nothing." : null);
        }
        catch (JsonFaultException fault)
        {
            return ([], fault.Message);
        }
    }
}
