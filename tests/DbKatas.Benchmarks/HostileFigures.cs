using System.Diagnostics;
using DbKatas.Hostile;

namespace DbKatas.Benchmarks;

/// <summary>Grades every hostile answer beside ordinary ones, and counts those that come to nothing and what they leave.</summary>
internal sealed class HostileFigures(string root)
{
    /// <returns>True when all of them were contained and nothing was left.</returns>
    public async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        var (clock, contained, corpus) = (Stopwatch.StartNew(), 0, new HostileCorpus(root));
        await using var ground = new Ground(corpus.Library.Solutions);
        var run = new HostileRun(corpus, ground.Grader);
        await run.PrepareAsync(cancellation);
        foreach (var answer in corpus.Answers)
        {
            var result = await run.TryAsync(answer, cancellation);
            var isContained = result.Verdict.Outcome == answer.Expected && result.Beside == result.Alone && result.After == result.Alone;
            contained += isContained ? 1 : 0;
            if (!isContained)
                Console.WriteLine($"NOT contained: {answer.Sort}/{answer.Name} ({answer.Attack})\n{result.Words}\n{(result.Beside == result.Alone ? "" : "ordinary answers beside it were told something else")}");
        }
        var leaks = await ground.CloseAsync(cancellation);
        Console.WriteLine($"hostile answers: {corpus.Answers.Count} tried, {contained} contained, in {clock.Elapsed.TotalSeconds:0} s "
            + $"({string.Join(", ", corpus.Sorts.Select(sort => $"{corpus.Answers.Count(answer => answer.Sort == sort)} {sort}"))})");
        Console.WriteLine(leaks);
        foreach (var leak in leaks.All)
            Console.WriteLine($"  {leak}");
        return contained == corpus.Answers.Count && !leaks.All.Any();
    }
}
