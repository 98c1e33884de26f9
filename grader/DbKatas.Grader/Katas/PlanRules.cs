namespace DbKatas.Grader.Katas;

/// <summary>How near a plan must come to the reference's. Pages are of the server's block size, 8 KB; time is never looked at.</summary>
/// <param name="Buffers">How many times the reference's pages a query may read.</param>
/// <param name="Avoid">Node types that no plan may hold, by the names that EXPLAIN gives them.</param>
/// <param name="Indexes">How many indexes an answer may add; null for any number.</param>
/// <param name="Size">How many times the size of the reference's new indexes those of an answer may have; null for any size.</param>
public sealed record PlanRules(decimal Buffers = 2, IReadOnlyList<string>? Avoid = null, int? Indexes = null, decimal? Size = null)
{
    /// <summary>So many pages more than the factor allows are no matter: an index one level deeper, a page that a row lies across.</summary>
    public const int Slack = 10;

    /// <summary>The node types that <see cref="Avoid"/> may name.</summary>
    public static readonly IReadOnlyList<string> Avoidable =
        ["Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan", "Sort", "Incremental Sort", "Hash Join", "Merge Join", "Nested Loop", "Append"];
}
