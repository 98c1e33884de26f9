using System.Collections.Concurrent;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Quality;

using Tables = IReadOnlyDictionary<string, ResultTable>;

/// <summary>
/// What a kata's mutants give on its datasets: asked for when an answer is first compared with them, and kept for the answers to come.
/// Several benches may ask at once.
/// </summary>
internal sealed class MutantShelf : ISlipShelf
{
    /// <summary>A slip can multiply rows; such results are no learner's, and not worth their memory.</summary>
    private const int MostRows = 5_000;

    private const int Seconds = 1;

    /// <summary>A shelf can hold as many results as a kata has mutants times datasets: only those of the katas that were asked for last are kept.</summary>
    private const int MostShelves = 4;

    private static readonly LinkedList<(KataData Data, MutantShelf Shelf)> Shelves = [];

    private readonly ConcurrentDictionary<(string Dataset, int Mutant), Tables?> _results = new();

    private readonly string _reference;

    private MutantShelf(string reference) => (_reference, Mutants) = (reference, SqlMutator.Mutate(reference));

    public IReadOnlyList<Mutant> Mutants { get; }

    public int Needed(string words) => WrittenWords.CountIn(_reference, words);

    /// <summary>The shelf of a kata: the same for all its answers that are graded about the same time.</summary>
    public static MutantShelf Of(KataData data, string reference)
    {
        lock (Shelves)
        {
            var found = Shelves.FirstOrDefault(known => ReferenceEquals(known.Data, data));
            if (found.Shelf is null)
                found = (data, new MutantShelf(reference));
            else
                Shelves.Remove(found);
            Shelves.AddFirst(found);
            if (Shelves.Count > MostShelves)
                Shelves.RemoveLast();
            return found.Shelf;
        }
    }

    /// <returns>For each of the mutants, what it gives there; null for one that the server refuses.</returns>
    public async Task<IReadOnlyList<Tables?>> ResultsAsync(DatasetBench bench, Dataset dataset, IReadOnlyList<int> mutants, CancellationToken cancellation)
    {
        var missing = mutants.Where(mutant => !_results.ContainsKey((dataset.Name, mutant))).ToList();
        if (missing.Count > 0)
        {
            var trials = await bench.TryAllAsync([.. missing.Select(mutant => Mutants[mutant].Text)], dataset, Seconds, cancellation);
            foreach (var (place, mutant) in missing.Index())
                _results[(dataset.Name, mutant)] = trials?[place].Actual.Tables is { } tables && tables.Values.Sum(table => table.Rows.Count) <= MostRows ? tables : null;
        }
        return [.. mutants.Select(mutant => _results[(dataset.Name, mutant)])];
    }
}
