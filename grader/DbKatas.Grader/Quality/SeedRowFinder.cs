using DbKatas.Grader.Data;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Looks for the fewest rows which, added to the visible data, tell a mutant apart: takes a dataset that does, puts it beside the seed
/// under new keys, and takes rows away while the difference stays.
/// </summary>
internal sealed class SeedRowFinder(IMutantBench<Dataset> bench) : ISeedFinder<Dataset>
{
    private const int MostProbes = 150;

    /// <returns>INSERT statements.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(string mutant, Dataset telling, CancellationToken cancellation)
    {
        var (seed, probes) = (bench.Datasets[0], 0);
        foreach (var added in new[] { RowKeys.Renumbered(telling, seed), RowKeys.Unknown(telling, seed) })
            if (added.RowCount > 0 && await DiffersAsync(mutant, Flatten(added), cancellation))
                return Statements(await FewestItems.FindAsync(Flatten(added), mayBeNone: false, async rows => ++probes < MostProbes && await DiffersAsync(mutant, rows, cancellation)));
        return [];
    }

    private async Task<bool> DiffersAsync(string mutant, List<AddedRow> added, CancellationToken cancellation)
    {
        var seed = bench.Datasets[0];
        var tables = seed.Tables.Select((rows, place) => rows with { Rows = [.. rows.Rows, .. added.Where(row => row.Table == place).Select(row => row.Cells)] });
        var both = new Dataset("seed-and-more", DatasetSort.PerturbedSeed, [.. tables]);
        return await bench.ShowAsync([mutant], both, cancellation) is [{ Differs: true }];
    }

    private static List<AddedRow> Flatten(Dataset added) =>
        [.. added.Tables.SelectMany((rows, place) => rows.Rows.Select(cells => new AddedRow(place, cells)))];

    private IReadOnlyList<string> Statements(List<AddedRow> rows)
    {
        var tables = bench.Datasets[0].Tables.Select((table, place) => table with { Rows = [.. rows.Where(row => row.Table == place).Select(row => row.Cells)] });
        return InsertText.Statements(new Dataset("more", DatasetSort.PerturbedSeed, [.. tables]));
    }

    private sealed record AddedRow(int Table, string?[] Cells);
}
