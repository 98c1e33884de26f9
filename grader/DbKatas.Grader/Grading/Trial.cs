using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading;

/// <summary>An answer on one dataset, beside the reference.</summary>
public sealed class Trial
{
    internal Trial(Dataset dataset, Expectation expected, AnswerRun actual, IReadOnlyList<TableDifference> differences) =>
        (Dataset, Expected, Actual, Differences) = (dataset, expected, actual, differences);

    public Dataset Dataset { get; }

    /// <summary>What is different, a table each; empty when the answer agrees or did not run.</summary>
    public IReadOnlyList<TableDifference> Differences { get; }

    /// <summary>How the answer ran.</summary>
    public ScriptRun Run => Actual.Run;

    /// <summary>True when the answer ran and gives what the reference gives.</summary>
    public bool Agrees => Actual.Tables is not null && Differences.Count == 0;

    /// <summary>What the reference gives, by table; a query's result under the empty name.</summary>
    internal Expectation Expected { get; }

    internal AnswerRun Actual { get; }
}
