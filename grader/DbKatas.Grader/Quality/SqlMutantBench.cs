using System.Runtime.CompilerServices;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Grader.Quality;

/// <summary>For SQL katas on PostgreSQL.</summary>
internal sealed class SqlMutantBench(DatasetBench bench) : IMutantBench<Dataset>
{
    /// <summary>A slip can multiply rows without end; nobody waits for it.</summary>
    private const int Seconds = 2;

    private bool _isSifting = bench.Kata.Domain != Domain.None;

    public IReadOnlyList<Dataset> Datasets => bench.Datasets;

    public async IAsyncEnumerable<Dataset> WideSearchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = bench.Datasets.Select(dataset => dataset.Name).ToHashSet();
        foreach (var (sort, count) in Search)
            foreach (var dataset in bench.Generator.Make(sort).Take(count).Where(dataset => !names.Contains(dataset.Name)))
                if (await LoadableAsync(dataset, cancellation) is { } loadable)
                    yield return loadable;
    }

    public async Task<IReadOnlyList<Showing>?> ShowAsync(IReadOnlyList<string> texts, Dataset dataset, CancellationToken cancellation)
    {
        if (await bench.TryAllAsync(texts, dataset, Seconds, cancellation) is not { } trials)
        {
            _isSifting = true;
            return null;
        }
        var isKnown = bench.Datasets.Contains(dataset);
        var showings = new List<Showing>();
        foreach (var (text, trial) in texts.Zip(trials))
            showings.Add(isKnown || trial.Agrees ? Show(trial) : await ConfirmAsync(text, dataset, cancellation));
        return showings;
    }

    /// <summary>Most datasets load as they are; only where the schema refuses rows, or the author rules some out, is it worth asking first.</summary>
    private async Task<Dataset?> LoadableAsync(Dataset dataset, CancellationToken cancellation) => _isSifting
        ? await bench.SiftAsync(dataset, cancellation) is { } sifted && await bench.IsInDomainAsync(sifted, cancellation) ? sifted : null
        : dataset;

    private (DatasetSort Sort, int Count)[] Search => bench.Kata.Kind == KataKind.Result
        ? [(DatasetSort.ConstantsAware, 140), (DatasetSort.PerturbedSeed, 60)]
        : [(DatasetSort.ConstantsAware, 60), (DatasetSort.PerturbedSeed, 60)];

    /// <summary>What the reference itself leaves to chance is no difference.</summary>
    private async Task<Showing> ConfirmAsync(string text, Dataset dataset, CancellationToken cancellation) =>
        await bench.TryAsync(text, dataset, cancellation) is { } trial ? Show(trial) : new Showing(false);

    private static Showing Show(Trial trial) =>
        new(!trial.Agrees, trial.Run.Failure?.Message, trial.Run.Failure?.SqlState == PostgresErrorCodes.QueryCanceled);
}
