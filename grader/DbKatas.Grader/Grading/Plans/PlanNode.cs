using System.Text.Json.Serialization;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>One node of a plan that has been run.</summary>
/// <param name="Type">As EXPLAIN names it: "Index Scan".</param>
/// <param name="Table">The table that it reads; null for a node that reads others.</param>
/// <param name="Index">The index that it goes through.</param>
/// <param name="Rows">Rows that it gave, in all its loops together.</param>
/// <param name="Discarded">Rows that it read and threw away by its filter, in all loops.</param>
/// <param name="Buffers">Pages that it and its children read, from the cache or not.</param>
/// <param name="Filter">The condition that it checked row by row, as the server prints it.</param>
/// <param name="Children">The nodes that it took its rows from.</param>
public sealed record PlanNode(
    string Type, string? Table, string? Index, double Rows, double Discarded, long Buffers, string? Filter, IReadOnlyList<PlanNode> Children)
{
    /// <summary>The node and all below it.</summary>
    [JsonIgnore]
    public IEnumerable<PlanNode> All => Children.SelectMany(child => child.All).Prepend(this);
}
