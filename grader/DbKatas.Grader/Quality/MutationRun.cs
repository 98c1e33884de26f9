using System.Diagnostics;
using DbKatas.Grader.Data;

namespace DbKatas.Grader.Quality;

/// <summary>Holds every mutant against the reference, one dataset after the other, until each is told apart or no data are left.</summary>
/// <typeparam name="TData">The engine's datasets.</typeparam>
/// <param name="bench">Runs the mutants.</param>
/// <param name="mutants">The mutants.</param>
/// <param name="rules">Say why some are equivalent.</param>
/// <param name="finder">Finds what the visible data lack.</param>
/// <param name="proposeRows">True to ask it about mutants that only hidden data tell apart, too.</param>
internal sealed class MutationRun<TData>(IMutantBench<TData> bench, IReadOnlyList<Mutant> mutants, IEquivalenceRules rules, ISeedFinder<TData> finder, bool proposeRows = false)
    where TData : class, IDataset
{
    private readonly MutantResult?[] _fates = new MutantResult?[mutants.Count];
    private int _searched;

    public async Task<MutationScore> ScoreAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await ShowVisibleAsync(cancellation);
        foreach (var dataset in bench.Datasets.Skip(1).Where(dataset => dataset.InDomain))
            await ShowAsync(dataset, (mutant, showing) => new MutantResult(mutant, MutantFate.Killed, showing.IsTooSlow ? $"{dataset.Name}, too slow" : dataset.Name), cancellation);
        await SearchAsync(cancellation);
        if (proposeRows)
            await ProposeAsync(cancellation);
        return new MutationScore([.. mutants.Select((mutant, i) => _fates[i] ?? Equivalent(mutant))], clock.Elapsed);
    }

    private Task ShowVisibleAsync(CancellationToken cancellation) => ShowAsync(bench.Datasets[0], (mutant, showing) => showing switch
    {
        { IsTooSlow: true } => new MutantResult(mutant, MutantFate.Killed, "the time limit", ByVisibleData: true),
        { Failure: { } failure } => new MutantResult(mutant, MutantFate.Invalid, failure),
        _ => new MutantResult(mutant, MutantFate.Killed, bench.Datasets[0].Name, ByVisibleData: true),
    }, cancellation);

    private async Task SearchAsync(CancellationToken cancellation)
    {
        if (Alive().Count == 0)
            return;
        await foreach (var dataset in bench.WideSearchAsync(cancellation))
        {
            var found = new List<int>();
            await ShowAsync(dataset, (mutant, _) => new MutantResult(mutant, MutantFate.Survived, dataset.Name), cancellation, found);
            _searched++;
            foreach (var i in found)
                _fates[i] = _fates[i]! with { SeedRows = await finder.FindAsync(mutants[i].Text, dataset, cancellation) };
            if (Alive().Count == 0)
                return;
        }
    }

    /// <summary>Rows that would let the visible data do what only hidden data do now.</summary>
    private async Task ProposeAsync(CancellationToken cancellation)
    {
        foreach (var i in Enumerable.Range(0, mutants.Count).Where(i => _fates[i] is { Fate: MutantFate.Killed, ByVisibleData: false }))
            if (bench.Datasets.FirstOrDefault(dataset => dataset.Name == _fates[i]!.By) is { } telling)
                _fates[i] = _fates[i]! with { SeedRows = await finder.FindAsync(mutants[i].Text, telling, cancellation) };
    }

    private async Task ShowAsync(
        TData dataset, Func<Mutant, Showing, MutantResult> fate, CancellationToken cancellation, List<int>? found = null)
    {
        var alive = Alive();
        if (alive.Count == 0 || await bench.ShowAsync([.. alive.Select(i => mutants[i].Text)], dataset, cancellation) is not { } showings)
            return;
        foreach (var (i, showing) in alive.Zip(showings).Where(pair => pair.Second.Differs))
        {
            _fates[i] = fate(mutants[i], showing);
            found?.Add(i);
        }
    }

    private List<int> Alive() => [.. Enumerable.Range(0, mutants.Count).Where(i => _fates[i] is null)];

    private MutantResult Equivalent(Mutant mutant)
    {
        var search = $"{bench.Datasets.Count + _searched} datasets show no difference";
        return new MutantResult(mutant, MutantFate.Equivalent, rules.Explain(mutant) is { } rule ? $"{rule}; {search}" : search);
    }
}
