using DbKatas.Hostile.Fuzzing;

namespace DbKatas.Benchmarks;

/// <summary>Gives every reader spoilt files, and counts those for which it has no words.</summary>
internal sealed class FuzzFigures(string root)
{
    private const int Seed = 20_260_301;

    /// <returns>True when there is none.</returns>
    public bool Measure(int inputs)
    {
        var results = FuzzTargets.All.Select(target => (Target: target, Result: FuzzRun.Of(target, root, inputs, Seed))).ToList();
        foreach (var (target, result) in results)
        {
            Console.WriteLine($"{target.Name,-14} {result.Inputs,8} inputs, {result.Unhandled.Count} unhandled, the longest took {result.Longest.TotalMilliseconds:0.0} ms");
            foreach (var finding in result.Unhandled.DistinctBy(finding => finding.Exception.StackTrace?.Split('\n')[0]).Take(5))
                Console.WriteLine($"  {finding.Exception.ToString().Split('\n').Take(4).Aggregate((a, b) => $"{a}\n  {b}")}\n  input: {System.Text.Json.JsonSerializer.Serialize(finding.Input)}");
        }
        Console.WriteLine($"fuzz: {results.Sum(result => result.Result.Inputs)} inputs, {results.Sum(result => result.Result.Unhandled.Count)} unhandled");
        return results.All(result => result.Result.Unhandled.Count == 0);
    }
}
