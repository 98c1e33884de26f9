using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>An answer on one dataset, beside the reference.</summary>
/// <param name="Dataset">The data.</param>
/// <param name="Expected">What the reference gave.</param>
/// <param name="Actual">What the answer gave.</param>
/// <param name="Differences">What is different; empty when the answer agrees or failed.</param>
public sealed record DocumentTrial(DocumentSet Dataset, MongoRun Expected, MongoRun Actual, IReadOnlyList<TableDifference> Differences)
{
    /// <summary>True when the answer ran and gives what the reference gives.</summary>
    public bool Agrees => Actual.Failure is null && Differences.Count == 0;

    /// <summary>True when it goes wrong; what the stand-in can't judge does not.</summary>
    public bool GoesWrong => !Agrees && Actual.Failure?.Fault != MongoFault.NeedsServer;
}
