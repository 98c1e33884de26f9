namespace DbKatas.Grader.Grading.Documents;

/// <summary>Documents on which an answer goes wrong.</summary>
/// <param name="Trial">The documents, with what the reference and the answer give on them.</param>
/// <param name="Probes">How many times the two were run to find it.</param>
public sealed record DocumentCounterexample(DocumentTrial Trial, int Probes) : Counterexample(Probes)
{
    public override int Rows => Trial.Dataset.RowCount;
}
