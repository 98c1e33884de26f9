using DbKatas.Grader.Data.Documents;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading.Documents;

/// <summary>
/// Finds a few small sets of documents which show what is wrong with the answers that learners give: with the wrong ones that a kata comes with,
/// and with each usual slip that these do not show.
/// </summary>
/// <param name="bench">The kata's bench, with its reference.</param>
internal sealed class DocumentExamples(DocumentBench bench)
{
    private readonly List<KnownSet> _found = [];
    private readonly HashSet<string> _seen = [];

    /// <param name="folder">The solution.</param>
    /// <param name="slips">The slips that data tell apart.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>Those with the fewest documents first, each under a name of its own.</returns>
    public async Task<IReadOnlyList<KnownSet>> FindAsync(string folder, IEnumerable<IReadOnlyList<MongoCommand>> slips, CancellationToken cancellation)
    {
        foreach (var path in FolderCheck.Answers(folder, FolderCheck.Wrong))
            if (MongoAnswer.Read(path, bench.Kata.AnswerFile) is { Commands: { Count: > 0 } commands })
                await AddAsync(commands, cancellation);
        foreach (var slip in slips)
            if (!(await bench.TryAsync(slip, [.. _found.Where(known => known.Set.InDomain)], cancellation)).Any(trial => trial.GoesWrong))
                await AddAsync(slip, cancellation);
        return [.. _found.OrderBy(known => known.Set.RowCount)];
    }

    private async Task AddAsync(IReadOnlyList<MongoCommand> answer, CancellationToken cancellation)
    {
        if (await FindAsync(answer, cancellation) is not { Trial: var trial } || !_seen.Add($"{trial.Dataset.InDomain} {trial.Dataset.ToSeed().Json}"))
            return;
        var named = trial.Dataset with { Name = $"example-{_found.Count + 1:00}" };
        _found.Add(new KnownSet(named, named.ToSeed(), trial.Expected));
    }

    /// <returns>Null for an answer that does not run, or that needs more than small data to go wrong.</returns>
    private async Task<DocumentCounterexample?> FindAsync(IReadOnlyList<MongoCommand> answer, CancellationToken cancellation)
    {
        var visible = (await bench.TryAsync(answer, [bench.Data.Known[0]], cancellation))[0];
        if (visible.Actual.Failure is not null)
            return null;
        var judge = new HiddenDocumentJudge(bench, answer);
        var hidden = visible.Agrees ? await judge.JudgeAsync(cancellation) : new HiddenFindings(await judge.ExplainAsync(visible, cancellation), null);
        return (hidden.Wrong ?? hidden.Fragile) is DocumentCounterexample example && bench.Data.Find(example.Trial.Dataset) is null ? example : null;
    }
}
