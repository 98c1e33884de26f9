using System.Text.Json;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Grading;

namespace DbKatas.Grader.Quality;

using Tables = IReadOnlyDictionary<string, ResultTable>;

/// <summary>What usual slips gave when a kata was packed: results and the words for them, without the texts that gave them.</summary>
internal sealed class PackedShelf : ISlipShelf
{
    private readonly StoredShelf _stored;
    private readonly Dictionary<string, IReadOnlyList<Tables>> _results;

    private PackedShelf(StoredShelf stored, IReadOnlyList<Mutant> told)
    {
        (_stored, Told) = (stored, told);
        Mutants = [.. stored.Slips.Select(slip => new Mutant(slip.Operator, "", new TextPlace(slip.Line, 1, ""), slip.AsIf) { Start = slip.Start })];
        _results = stored.Results.ToDictionary(results => results.Key, results => (IReadOnlyList<Tables>)[.. results.Value.Different.Select(StoredTable.Tables)]);
    }

    public IReadOnlyList<Mutant> Mutants { get; }

    public int Needed(string words) => _stored.Needed.GetValueOrDefault(words);

    /// <summary>The same with their texts; nothing in a shelf that was read.</summary>
    public IReadOnlyList<Mutant> Told { get; }

    /// <summary>Runs all mutants on all datasets. Those that some dataset refuses, or that none tells from the right answer, are nobody's likely mistake.</summary>
    public static async Task<PackedShelf> FillAsync(DatasetBench bench, CancellationToken cancellation)
    {
        var live = bench.Yardstick.Slips(bench.Data);
        IReadOnlyList<int> left = [.. Enumerable.Range(0, live.Mutants.Count)];
        var differs = new HashSet<int>();
        var found = new Dictionary<string, Dictionary<int, Tables>>();
        foreach (var (dataset, expected) in bench.Data.Datasets.Zip(bench.Data.Expected))
        {
            var results = (await live.ResultsAsync(bench, dataset, left, cancellation)).Zip(left).Where(pair => pair.First is not null).ToDictionary(pair => pair.Second, pair => pair.First!);
            differs.UnionWith(results.Where(result => Differs(expected, result.Value, bench)).Select(result => result.Key));
            found[dataset.Name] = results;
            left = [.. left.Where(results.ContainsKey)];
        }
        left = [.. left.Where(differs.Contains)];
        var slips = left.Select(place => live.Mutants[place]).ToList();
        return new PackedShelf(new StoredShelf(
            [.. slips.Select(slip => new StoredSlip(slip.Operator, slip.Place.Line, slip.Start, slip.AsIf))],
            found.ToDictionary(results => results.Key, results => StoredResults.Of([.. left.Select(place => results.Value[place])])),
            WrittenWords.Asked(slips).ToDictionary(words => words, live.Needed)), slips);
    }

    /// <exception cref="JsonException">The bytes are not what <see cref="Write"/> makes.</exception>
    public static PackedShelf Read(byte[] bytes) => new(JsonSerializer.Deserialize<StoredShelf>(bytes)!, []);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_stored);

    public Task<IReadOnlyList<Tables?>> ResultsAsync(DatasetBench bench, Dataset dataset, IReadOnlyList<int> mutants, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Tables?>>([.. mutants.Select(mutant => _results[dataset.Name][_stored.Results[dataset.Name].BySlip[mutant]])]);

    private static bool Differs(Expectation expected, Tables given, DatasetBench bench)
    {
        try
        {
            return expected.Compare(given, bench.Kata.Rules).Count > 0;
        }
        catch (RulesException)
        {
            // The slip lost a column that the rules name.
            return true;
        }
    }

    private sealed record StoredShelf(IReadOnlyList<StoredSlip> Slips, Dictionary<string, StoredResults> Results, Dictionary<string, int> Needed);

    private sealed record StoredSlip(string Operator, int Line, int Start, string AsIf);

    /// <summary>What the slips give on one dataset: mostly one of a few results.</summary>
    private sealed record StoredResults(IReadOnlyList<Dictionary<string, StoredTable>> Different, IReadOnlyList<int> BySlip)
    {
        public static StoredResults Of(IReadOnlyList<Tables> results)
        {
            var stored = results.Select(StoredTable.Of).Select(tables => (Tables: tables, Text: JsonSerializer.Serialize(tables))).ToList();
            var different = stored.Select(result => result.Text).Distinct().ToList();
            var places = different.Index().ToDictionary(text => text.Item, text => text.Index);
            return new StoredResults([.. stored.DistinctBy(result => result.Text).Select(result => result.Tables)], [.. stored.Select(result => places[result.Text])]);
        }
    }
}
