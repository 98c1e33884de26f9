using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>A kata's tables, its datasets, and what the reference gives on each.</summary>
/// <param name="Schema">The tables.</param>
/// <param name="Datasets">The visible data first, then the hidden ones, those with the fewest rows first, behind them those that are steered, and those outside the domain last.</param>
/// <param name="Expected">One for each dataset.</param>
internal sealed record KataData(SchemaModel Schema, IReadOnlyList<Dataset> Datasets, IReadOnlyList<Expectation> Expected)
{
    private readonly Dictionary<string, Expectation> _byName = Datasets.Zip(Expected).ToDictionary(pair => pair.First.Name, pair => pair.Second);

    /// <summary>What the reference gives there; null for a dataset that is none of these.</summary>
    public Expectation? ExpectedOn(Dataset dataset) =>
        _byName.TryGetValue(dataset.Name, out var expected) && Datasets.Any(own => ReferenceEquals(own, dataset)) ? expected : null;
}
