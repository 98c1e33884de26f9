using DbKatas.Grader.Comparing;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>What is wrong with how the server goes about one query, or with the indexes that are to help it.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Query">The query; null where the fault is not one query's.</param>
/// <param name="Yours">Its plan after the learner's answer.</param>
/// <param name="Reference">Its plan after the reference answer.</param>
public sealed record PlanFinding(PlanFault Fault, string? Query = null, PlanNode? Yours = null, PlanNode? Reference = null) : Finding
{
    /// <summary>Pages that may be read; for <see cref="PlanFault.Buffers"/>.</summary>
    public long MostBuffers { get; init; }

    /// <summary>Nodes of the learner's plan that the kata forbids; for <see cref="PlanFault.Node"/>.</summary>
    public IReadOnlyList<PlanNode> Forbidden { get; init; } = [];

    /// <summary>Full scans in the learner's plan that could have been spared, and which columns they looked at.</summary>
    public IReadOnlyList<SparedScan> Scans { get; init; } = [];

    /// <summary>How the rows differ; for <see cref="PlanFault.Rows"/>.</summary>
    public Difference? Difference { get; init; }

    /// <summary>The table at fault; for <see cref="PlanFault.TableChanged"/>.</summary>
    public string? Table { get; init; }

    /// <summary>What was counted, and the most that is allowed; for <see cref="PlanFault.TooManyIndexes"/> and <see cref="PlanFault.LargeIndexes"/>.</summary>
    public (long Counted, long Most) Count { get; init; }
}

public enum PlanFault
{
    /// <summary>The query reads more pages than the reference's, by more than the kata's factor.</summary>
    Buffers,

    /// <summary>The plan holds a node that the kata forbids.</summary>
    Node,

    /// <summary>The query gives other rows.</summary>
    Rows,

    /// <summary>The answer changed what a table holds, or took it away.</summary>
    TableChanged,

    TooManyIndexes,

    /// <summary>The new indexes take more pages than the reference's, by more than the kata's factor.</summary>
    LargeIndexes,
}

/// <summary>A table that is read from end to end.</summary>
/// <param name="Node">The scan.</param>
/// <param name="Columns">The table's columns in the scan's condition.</param>
/// <param name="IndexesThere">Indexes of the table that begin with one of them, and were not used.</param>
public sealed record SparedScan(PlanNode Node, IReadOnlyList<string> Columns, IReadOnlyList<PlanIndex> IndexesThere);
