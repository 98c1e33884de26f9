using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>
/// Finds a few small datasets which show what is wrong with the answers that learners give: with the wrong ones that a kata comes with, and with
/// each usual slip that these do not show.
/// </summary>
/// <param name="session">The server.</param>
/// <param name="kata">The kata.</param>
/// <param name="reference">Its reference.</param>
internal sealed class RowExamples(PostgresSession session, Kata kata, ReferenceYardstick reference)
{
    private readonly List<Trial> _found = [];
    private readonly HashSet<string> _seen = [];

    /// <param name="folder">The solution.</param>
    /// <param name="slips">The slips that data tell apart.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>Those with the fewest rows first, each under a name of its own.</returns>
    public async Task<IReadOnlyList<Trial>> FindAsync(string folder, IEnumerable<Mutant> slips, CancellationToken cancellation)
    {
        foreach (var path in FolderCheck.Answers(folder, FolderCheck.Wrong))
            await AddAsync(TextFile.Read(path), cancellation);
        await using var bench = await DatasetBench.OpenAsync(session, kata, reference, cancellation);
        foreach (var slip in slips)
            if (!await IsShownAsync(bench, SqlScript.Split(slip.Text), cancellation))
                await AddAsync(slip.Text, cancellation);
        return [.. _found.OrderBy(trial => trial.Dataset.RowCount)];
    }

    private async Task<bool> IsShownAsync(DatasetBench bench, IReadOnlyList<SqlStatement> answer, CancellationToken cancellation)
    {
        foreach (var example in _found.Where(example => example.Dataset.InDomain))
            if (!(await bench.TryAsync(answer, example.Dataset, example.Expected, cancellation)).Agrees)
                return true;
        return false;
    }

    private async Task AddAsync(string text, CancellationToken cancellation)
    {
        // One of its own: a bench keeps the time of one answer.
        await using var bench = await DatasetBench.OpenAsync(session, kata, reference, cancellation);
        if (await FindAsync(bench, SqlScript.Split(text), cancellation) is not { } example || !_seen.Add(string.Join('\n', Print(example.Trial.Dataset))))
            return;
        var named = example.Trial.Dataset with { Name = $"example-{_found.Count + 1:00}" };
        _found.Add(new Trial(named, example.Trial.Expected, example.Trial.Actual, example.Trial.Differences));
    }

    /// <returns>Null for an answer that does not even run, or that needs more than small data to go wrong.</returns>
    private static async Task<RowCounterexample?> FindAsync(DatasetBench bench, IReadOnlyList<SqlStatement> answer, CancellationToken cancellation)
    {
        if (bench.Kata.Kind == KataKind.Result && answer.Count != 1)
            return null;
        var judge = new HiddenDataJudge(bench, answer);
        try
        {
            var visible = await bench.TryAsync(answer, bench.Datasets[0], cancellation);
            if (visible?.Actual.Tables is null)
                return null;
            var hidden = visible.Agrees ? await judge.JudgeAsync(cancellation) : new HiddenFindings(await judge.ExplainAsync(visible, cancellation), null);
            return (hidden.Wrong ?? hidden.Fragile) is RowCounterexample example && !bench.Datasets.Contains(example.Trial.Dataset) ? example : null;
        }
        catch (AnswerTooSlowException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Print(Dataset dataset) => dataset.Tables
        .SelectMany(table => table.Rows.Select(row => string.Join('\u0001', row.Select(cell => cell ?? "\u0002"))).Prepend(table.Table.Name))
        .Prepend($"{dataset.InDomain} {string.Join(' ', dataset.Plan ?? [])} {dataset.Analyzed}");
}
