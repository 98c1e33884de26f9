using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;

namespace DbKatas.Grader.Grading;

/// <summary>What the data that a learner does not see say of an answer.</summary>
/// <param name="Wrong">Data in the domain on which it goes wrong; null when it is right on all of them.</param>
/// <param name="Fragile">Data outside the domain on which it goes wrong; looked for only in an answer that is right.</param>
internal sealed record HiddenFindings(Counterexample? Wrong, Counterexample? Fragile);

/// <summary>Runs an answer on a kata's hidden data and makes what goes wrong there small.</summary>
internal sealed class HiddenDataJudge(DatasetBench bench, IReadOnlyList<SqlStatement> answer)
{
    /// <summary>For an answer that is right on the visible data: the verdict hangs on these.</summary>
    public async Task<HiddenFindings> JudgeAsync(CancellationToken cancellation)
    {
        if (await FirstWrongAsync(bench.Datasets.Skip(1).Where(data => data.InDomain), cancellation) is { } wrong)
            return new HiddenFindings(await ShrinkAsync(wrong, true, cancellation), null);
        if (bench.Time.IsOver)
            throw new AnswerTooSlowException(bench.Time.Seconds);
        return await FirstWrongAsync(bench.Datasets.Where(data => !data.InDomain), cancellation) is { } fragile
            ? new HiddenFindings(null, await ShrinkAsync(fragile, false, cancellation))
            : new HiddenFindings(null, null);
    }

    /// <summary>For an answer that is wrong on the visible data: the plainest example of it.</summary>
    /// <param name="visible">The trial on the visible data.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Counterexample> ExplainAsync(Trial visible, CancellationToken cancellation)
    {
        var smaller = bench.Datasets.Skip(1).Where(data => data.InDomain && data.RowCount < visible.Dataset.RowCount && (data.Plan ?? []).Count == 0);
        return await ShrinkAsync(await FirstWrongAsync(smaller, cancellation) ?? visible, true, cancellation);
    }

    private async Task<Counterexample> ShrinkAsync(Trial start, bool inDomain, CancellationToken cancellation) =>
        await bench.Yardstick.ShrinkAsync(bench, answer, start, inDomain, cancellation);

    private async Task<Trial?> FirstWrongAsync(IEnumerable<Dataset> datasets, CancellationToken cancellation)
    {
        var inOrder = datasets.ToList();
        var trials = bench.Trials(answer, inOrder);
        Trial? wrong = null;
        for (var i = 0; i < inOrder.Count && wrong is null && !bench.Time.IsOver; i++)
            wrong = await trials.OnAsync(i, cancellation) is { Agrees: false } trial ? trial : null;
        trials.Stop();
        return wrong;
    }
}
