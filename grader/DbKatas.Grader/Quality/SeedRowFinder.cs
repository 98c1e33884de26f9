using DbKatas.Grader.Data;
using DbKatas.Grader.Feedback;

namespace DbKatas.Grader.Quality;

/// <summary>
/// Looks for the fewest rows which, added to the visible data, tell a mutant apart: takes a dataset that does, puts it beside the seed
/// under new keys, and takes rows away while the difference stays.
/// </summary>
internal sealed class SeedRowFinder(IMutantBench bench, string mutant)
{
    private const int MostProbes = 150;
    private int _probes;

    /// <returns>INSERT statements, ready to paste; none when the dataset tells nothing apart beside the seed.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(Dataset telling, CancellationToken cancellation)
    {
        var seed = bench.Datasets[0];
        foreach (var added in new[] { RowKeys.Renumbered(telling, seed), RowKeys.Unknown(telling, seed) })
            if (added.RowCount > 0 && await DiffersAsync(Flatten(added), cancellation))
                return Statements(await ShrinkAsync(Flatten(added), cancellation));
        return [];
    }

    /// <summary>Halves, quarters and at last single rows go, the rows that point to others first (Zeller's ddmin, without its complements).</summary>
    private async Task<List<AddedRow>> ShrinkAsync(List<AddedRow> rows, CancellationToken cancellation)
    {
        for (var size = Math.Max(1, rows.Count / 2); ; size = Math.Max(1, size / 2))
        {
            var shrunk = false;
            for (var end = rows.Count; end > 0 && _probes < MostProbes; end -= size)
            {
                var start = Math.Max(0, end - size);
                List<AddedRow> fewer = [.. rows[..start], .. rows[Math.Min(end, rows.Count)..]];
                if (fewer.Count == 0 || !await DiffersAsync(fewer, cancellation))
                    continue;
                (rows, shrunk) = (fewer, true);
            }
            if (size == 1 && !shrunk || _probes >= MostProbes)
                return rows;
        }
    }

    private async Task<bool> DiffersAsync(List<AddedRow> added, CancellationToken cancellation)
    {
        _probes++;
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
