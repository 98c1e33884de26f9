using DbKatas.Grader.Data;
using DbKatas.Grader.Quality;

namespace DbKatas.Tests.Quality;

/// <summary>A bench without a server: one table t (id, n), and mutants that are told apart as the test says.</summary>
internal sealed class FakeMutantBench(Func<string, Dataset, Showing> show) : IMutantBench<Dataset>
{
    public static readonly TableShape Table = new("t", "public.t", [Column("id"), Column("n")], [[0]], []);

    public List<Dataset> Known { get; } = [Data("visible", DatasetSort.Visible, (1, 1), (2, 2))];

    public List<Dataset> Wide { get; } = [];

    public List<int> Asked { get; } = [];

    public IReadOnlyList<Dataset> Datasets => Known;

    public static Dataset Data(string name, DatasetSort sort, params (int Id, int N)[] rows) =>
        new(name, sort, [new TableRows(Table, [.. rows.Select(row => new string?[] { $"{row.Id}", $"{row.N}" })])]);

    public static bool Holds(Dataset dataset, int n) => dataset.Tables[0].Rows.Any(row => row[1] == $"{n}");

    public async IAsyncEnumerable<Dataset> WideSearchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var dataset in Wide)
            yield return await Task.FromResult(dataset);
    }

    public Task<IReadOnlyList<Showing>?> ShowAsync(IReadOnlyList<string> texts, Dataset dataset, CancellationToken cancellation)
    {
        Asked.Add(texts.Count);
        // As the server would: a key can't be there twice.
        var ids = dataset.Tables[0].Rows.Select(row => row[0]).ToList();
        return Task.FromResult<IReadOnlyList<Showing>?>(ids.Distinct().Count() < ids.Count ? null : [.. texts.Select(text => show(text, dataset))]);
    }

    private static ColumnShape Column(string name) => new(name, name, "integer", ColumnSort.Integer, true, false, -1, []);
}
