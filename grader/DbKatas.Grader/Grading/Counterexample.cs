using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>Data on which an answer goes wrong, made as small and plain as a bounded search can.</summary>
/// <param name="Trial">The data, with what the reference and the answer give on them.</param>
/// <param name="Schema">The tables.</param>
/// <param name="Probes">How many times the two were run to find it.</param>
public sealed record Counterexample(Trial Trial, SchemaModel Schema, int Probes)
{
    /// <summary>Time for making it small; for figures alone.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Rows of all tables.</summary>
    public int Rows => Trial.Dataset.RowCount;
}
