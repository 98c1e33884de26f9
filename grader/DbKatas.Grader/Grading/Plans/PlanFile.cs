using System.Text.Json;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>What a reference leads to, as bytes: the rows and the plan of each query, and how many pages its indexes take. Nothing says how it got there.</summary>
internal static class PlanFile
{
    /// <param name="expected">What the reference leads to.</param>
    /// <param name="untouched">The kata's database before.</param>
    public static byte[] Write(PlanState expected, PlanState untouched)
    {
        var own = untouched.Indexes.Select(index => (index.Table, index.Name)).ToHashSet();
        return JsonSerializer.SerializeToUtf8Bytes(new StoredState(
            [.. expected.Runs.Select(run => new StoredRun(StoredTable.Of(run.Rows!), Bare(run.Plan!)))],
            [.. expected.Indexes.Where(index => !own.Contains((index.Table, index.Name))).Select(index => new PlanIndex(index.Table, index.Name, "", index.Pages, "", null))]));
    }

    public static PlanState Read(byte[] bytes)
    {
        var stored = JsonSerializer.Deserialize<StoredState>(bytes)!;
        return new PlanState([.. stored.Runs.Select(run => new PlanRun(new SqlStatement("", 0), run.Rows.ToTable(), run.Plan, null))]) { Indexes = stored.Indexes };
    }

    /// <summary>The conditions are the reference's words; they are shown to nobody.</summary>
    private static PlanNode Bare(PlanNode node) => node with { Filter = null, Children = [.. node.Children.Select(Bare)] };

    private sealed record StoredState(IReadOnlyList<StoredRun> Runs, IReadOnlyList<PlanIndex> Indexes);

    private sealed record StoredRun(StoredTable Rows, PlanNode Plan);
}
