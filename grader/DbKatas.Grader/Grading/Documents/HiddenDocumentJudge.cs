using DbKatas.Grader.Engines.MongoDb;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>Runs an answer on a kata's hidden documents and makes what goes wrong there small.</summary>
internal sealed class HiddenDocumentJudge(DocumentBench bench, IReadOnlyList<MongoCommand> answer)
{
    /// <summary>For an answer that is right on the visible data: the verdict hangs on these.</summary>
    public async Task<HiddenFindings> JudgeAsync(CancellationToken cancellation)
    {
        var wrong = (await bench.TryAsync(answer, bench.Datasets.Skip(1), cancellation)).Where(trial => trial.GoesWrong).ToList();
        if (wrong.FirstOrDefault(trial => trial.Dataset.InDomain) is { } expected)
            return new HiddenFindings(await ShrinkAsync(expected, true, cancellation), null);
        return new HiddenFindings(null, wrong.Count > 0 ? await ShrinkAsync(wrong[0], false, cancellation) : null);
    }

    /// <summary>For an answer that is wrong on the visible data: the plainest example of it.</summary>
    /// <param name="visible">The trial on the visible data.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Counterexample> ExplainAsync(DocumentTrial visible, CancellationToken cancellation)
    {
        var smaller = bench.Datasets.Skip(1).Where(set => set.InDomain && set.RowCount < visible.Dataset.RowCount);
        var wrong = (await bench.TryAsync(answer, smaller, cancellation)).FirstOrDefault(trial => trial.GoesWrong);
        return await ShrinkAsync(wrong ?? visible, true, cancellation);
    }

    private async Task<Counterexample> ShrinkAsync(DocumentTrial start, bool inDomain, CancellationToken cancellation) =>
        await bench.Yardstick.ShrinkAsync(bench, answer, start, inDomain, cancellation);
}
