using System.Globalization;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>`kata verify` of each kata, in a process of its own, one after the other: what its author waits for.</summary>
internal sealed class VerifyFigures(string root)
{
    /// <summary>As long as an author should wait at most.</summary>
    private const double AimSeconds = 5;

    /// <exception cref="InvalidOperationException">One is not clean; its time means nothing.</exception>
    public async Task MeasureAsync(IEnumerable<string> patterns)
    {
        var catalog = KataCatalog.Load(KataLibrary.At(root).Katas);
        var commands = new CommandTimer(root);
        var times = new List<(string Id, double Seconds)>();
        foreach (var kata in patterns.DefaultIfEmpty("all").SelectMany(pattern => pattern == "all" ? catalog.Katas : catalog.Find(pattern)).Distinct())
            times.Add((kata.Id, (await commands.TimeAsync(new TimedCommand(kata.Id, "./kata", ["verify", kata.Id]))).Seconds));
        times.Sort((one, other) => other.Seconds.CompareTo(one.Seconds));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nkata verify of {times.Count} katas: {times.Sum(time => time.Seconds):0} s, median {times[times.Count / 2].Seconds:0.0} s, {times.Count(time => time.Seconds <= AimSeconds)} within {AimSeconds} s; the slowest:"));
        foreach (var (id, seconds) in times.Take(10))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {id,-46} {seconds,5:0.0} s"));
    }
}
