using DbKatas.Grader.Comparing;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>Runs the reference on a dataset as it is and, to see what in its result hangs on chance, stored in another order under another plan.</summary>
internal sealed class ReferenceRun(AnswerRunner runner, Kata kata, IReadOnlyList<SqlStatement> reference)
{
    private static readonly string[] OtherPlan = ["enable_hashagg = off", "enable_hashjoin = off", "enable_seqscan = off"];
    private static readonly string[] ThirdPlan = ["enable_sort = off", "enable_mergejoin = off", "enable_nestloop = off"];

    /// <returns>Null where the reference does not run, returns more rows than are read, or not even the same number of rows each time.</returns>
    public async Task<Expectation?> ExpectAsync(Dataset dataset, CancellationToken cancellation)
    {
        var expected = await runner.RunAsync(reference, dataset, cancellation);
        if (expected.Tables is null || expected.Tables.Values.Any(table => table.Truncated))
            return null;
        var expectation = new Expectation(expected.Tables);
        // Scripts are few and slow, and what they leave behind is compared as bags.
        if (kata.Kind != KataKind.Result)
            return expectation;
        foreach (var other in new[] { Reversed(dataset, OtherPlan), Rotated(dataset, ThirdPlan) })
        {
            var again = await runner.RunAsync(reference, other, cancellation);
            if (again.Tables is null || !Narrow(ref expectation, again.Tables))
                return null;
        }
        return expectation;
    }

    private bool Narrow(ref Expectation expectation, IReadOnlyDictionary<string, ResultTable> again)
    {
        if (expectation.Compare(again, kata.Rules).Count == 0)
            return true;
        var (first, second) = (expectation.Tables[Expectation.Result], again[Expectation.Result]);
        if (first.Rows.Count != second.Rows.Count)
            return false;
        var alone = expectation;
        var stable = (expectation.Stable ?? [.. Enumerable.Range(0, first.Columns.Count)])
            .Where(column => (alone with { Stable = [column] }).Compare(again, kata.Rules).Count == 0).ToList();
        // Columns that are each stable may still be paired in another way.
        expectation = expectation with { Stable = stable };
        while (stable.Count > 0 && expectation.Compare(again, kata.Rules).Count > 0)
        {
            stable.RemoveAt(stable.Count - 1);
            expectation = expectation with { Stable = [.. stable] };
        }
        return true;
    }

    // Emptied and filled in another order; the visible rows too.
    private static Dataset Reversed(Dataset dataset, string[] plan) => Reordered(dataset, plan, rows => rows.Reverse());

    private static Dataset Rotated(Dataset dataset, string[] plan) => Reordered(dataset, plan, rows => rows.Skip(rows.Count() / 2).Concat(rows.Take(rows.Count() / 2)));

    private static Dataset Reordered(Dataset dataset, string[] plan, Func<IEnumerable<string?[]>, IEnumerable<string?[]>> order) => dataset with
    {
        Sort = dataset.Sort == DatasetSort.Visible ? DatasetSort.PerturbedSeed : dataset.Sort,
        Tables = [.. dataset.Tables.Select(rows => rows with { Rows = [.. order(rows.Rows)] })],
        Plan = plan,
    };
}
