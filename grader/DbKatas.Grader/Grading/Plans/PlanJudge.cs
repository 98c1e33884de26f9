using System.Text.RegularExpressions;
using DbKatas.Grader.Comparing;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Plans;

/// <summary>Holds what an answer has led to against what the reference has led to.</summary>
internal sealed partial class PlanJudge(Kata kata, PlanState untouched, PlanState expected, PlanState actual)
{
    /// <returns>None for a right answer; a changed table before everything else, since plans on other data say nothing.</returns>
    public IReadOnlyList<PlanFinding> Findings()
    {
        List<PlanFinding> changed = [.. actual.Digests.Where(digest => digest.Value != untouched.Digests[digest.Key])
            .Select(digest => new PlanFinding(PlanFault.TableChanged) { Table = digest.Key })];
        if (changed.Count > 0)
            return changed;
        var queries = expected.Runs.Zip(actual.Runs, Query).OfType<PlanFinding>().ToList();
        return [.. queries, .. Indexes()];
    }

    private PlanFinding? Query(PlanRun wanted, PlanRun run)
    {
        var query = run.Query.Text;
        if (run.Rows is null || run.Plan is null)
            return new PlanFinding(PlanFault.Rows, query);
        var difference = TableComparer.Compare(wanted.Rows!, run.Rows, kata.Rules);
        if (!difference.IsEqual)
            return new PlanFinding(PlanFault.Rows, query) { Difference = difference };
        var most = (long)Math.Floor(wanted.Plan!.Buffers * kata.Plan.Buffers) + PlanRules.Slack;
        var forbidden = run.Plan.All.Where(node => kata.Plan.Avoid?.Contains(node.Type) == true).ToList();
        if (run.Plan.Buffers <= most && forbidden.Count == 0)
            return null;
        var fault = run.Plan.Buffers > most ? PlanFault.Buffers : PlanFault.Node;
        return new PlanFinding(fault, query, run.Plan, wanted.Plan) { MostBuffers = most, Forbidden = forbidden, Scans = Spared(run.Plan, wanted.Plan) };
    }

    /// <summary>Full scans of tables that the reference does not scan.</summary>
    private List<SparedScan> Spared(PlanNode yours, PlanNode reference)
    {
        var scanned = reference.All.Where(node => node.Type == FullScan).Select(node => node.Table).ToHashSet();
        return [.. yours.All.Where(node => node.Type == FullScan && !scanned.Contains(node.Table)).Select(node =>
        {
            var words = Word().Matches(node.Filter ?? "").Select(match => match.Value).ToHashSet();
            var columns = untouched.Columns[node.Table ?? ""].Where(words.Contains).ToList();
            var there = actual.Indexes.Where(index => index.Table == node.Table && columns.Contains(index.First));
            return new SparedScan(node, columns, [.. there]);
        })];
    }

    private IEnumerable<PlanFinding> Indexes()
    {
        var (yours, reference) = (New(actual), New(expected));
        if (kata.Plan.Indexes is { } most && yours.Count > most)
            yield return new PlanFinding(PlanFault.TooManyIndexes) { Count = (yours.Count, most) };
        var pages = (long)Math.Floor(reference.Sum(index => index.Pages) * (kata.Plan.Size ?? 0)) + PlanRules.Slack;
        if (kata.Plan.Size is not null && yours.Sum(index => index.Pages) > pages)
            yield return new PlanFinding(PlanFault.LargeIndexes) { Count = (yours.Sum(index => index.Pages), pages) };
    }

    private List<PlanIndex> New(PlanState state) => [.. state.Indexes.Where(index => untouched.Indexes.All(old => (old.Table, old.Name) != (index.Table, index.Name)))];

    private const string FullScan = "Seq Scan";

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
