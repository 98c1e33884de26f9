using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>A kata's database before or after an answer: the queries' plans, the indexes, and what the tables hold.</summary>
internal sealed record PlanState(IReadOnlyList<PlanRun> Runs)
{
    /// <summary>Why the answer did not run.</summary>
    public SqlFailure? Failure { get; init; }

    /// <summary>The columns of each table.</summary>
    public ILookup<string, string> Columns { get; init; } = Array.Empty<string>().ToLookup(name => name);

    public IReadOnlyList<PlanIndex> Indexes { get; init; } = [];

    /// <summary>What the tables hold, one number a table; null for one that can't be read any more.</summary>
    public IReadOnlyDictionary<string, string?> Digests { get; init; } = new Dictionary<string, string?>();

    /// <param name="plans">The database.</param>
    /// <param name="known">Look at these tables and columns alone; null for all that there are.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<PlanState> ReadAsync(PlanScratch plans, ILookup<string, string>? known, CancellationToken cancellation)
    {
        var columns = known ?? await plans.ColumnsAsync(cancellation);
        var digests = new Dictionary<string, string?>();
        foreach (var table in columns)
            digests[table.Key] = await plans.DigestAsync(table.Key, table, cancellation);
        return new PlanState([]) { Columns = columns, Indexes = await plans.IndexesAsync(cancellation), Digests = digests };
    }
}
