using DbKatas.Grader.Data;

namespace DbKatas.Grader.Grading;

/// <summary>Data on which an answer goes wrong, made as small and plain as a bounded search can.</summary>
/// <param name="Probes">How many times the reference and the answer were run to find it.</param>
public abstract record Counterexample(int Probes)
{
    /// <summary>Time for making it small; for figures alone.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Rows of all tables, or documents of all collections.</summary>
    public abstract int Rows { get; }
}

/// <summary>Rows on which an answer in SQL goes wrong.</summary>
/// <param name="Trial">The data, with what the reference and the answer give on them.</param>
/// <param name="Schema">The tables.</param>
/// <param name="Probes">As above.</param>
public sealed record RowCounterexample(Trial Trial, SchemaModel Schema, int Probes) : Counterexample(Probes)
{
    public override int Rows => Trial.Dataset.RowCount;
}
