using System.Diagnostics;
using DbKatas.Grader.Katas;
using DbKatas.Hostile;
using DbKatas.Hostile.Faults;

namespace DbKatas.Benchmarks;

/// <summary>Grades the whole library round after round while servers are killed, and counts verdicts that changed and what is left.</summary>
internal sealed class SoakFigures(string root)
{
    private const int Seed = 20_260_301;
    private const int FaultsARound = 8;

    /// <returns>True when no verdict changed and nothing was left.</returns>
    public async Task<bool> MeasureAsync(int rounds, int every, CancellationToken cancellation)
    {
        var library = KataLibrary.At(root);
        await using var ground = new Ground(library.Solutions);
        // The hostile answers' katas have solutions of their own: their verdict is of no account here, only what it does to others.
        var soak = new Soak(ground, new HostileCorpus(root), library, every, Seed);
        var clock = Stopwatch.StartNew();
        await soak.PrepareAsync(cancellation);
        Console.WriteLine($"in peace: {soak.Answers} answers in {clock.Elapsed.TotalSeconds:0} s");
        var all = new List<SoakRound>();
        for (var round = 1; round <= rounds; round++)
        {
            clock.Restart();
            var result = await soak.RoundAsync(FaultsARound, cancellation);
            all.Add(result);
            Console.WriteLine($"round {round}: {result.Verdicts} verdicts in {clock.Elapsed.TotalSeconds:0} s, {result.Faults.Count} faults ({string.Join(", ", result.Faults)}), "
                + $"{result.Troubled.Count} in trouble, {result.Changed.Count} changed");
            foreach (var line in result.Troubled.Concat(result.Changed))
                Console.WriteLine($"  {line}");
        }
        var leaks = await ground.CloseAsync(cancellation);
        var faults = all.Sum(round => round.Faults.Count);
        Console.WriteLine($"soak: {rounds} rounds, {all.Sum(round => round.Verdicts)} verdicts, "
            + $"{all.Sum(round => round.Troubled.Count)} verdicts in trouble, {all.Sum(round => round.Changed.Count)} changed");
        Console.WriteLine($"faults: {faults} injected, {all.Where(round => round.Changed.Count == 0).Sum(round => round.Faults.Count)} survived without a changed verdict");
        Console.WriteLine(leaks);
        foreach (var leak in leaks.All)
            Console.WriteLine($"  {leak}");
        return !all.Any(round => round.Changed.Count > 0) && !leaks.All.Any();
    }
}
