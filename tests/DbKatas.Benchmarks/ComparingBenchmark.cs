using System.Diagnostics;
using System.Globalization;
using DbKatas.Grader.Comparing;

namespace DbKatas.Benchmarks;

/// <summary>Times and memory of comparing a million rows with a million: equal, shuffled, with noise in the last digits, and different.</summary>
internal static class ComparingBenchmark
{
    private const int Rows = 1_000_000;

    private static readonly Column[] _columns =
        [new("id", "integer"), new("name", "text"), new("total", "numeric"), new("rate", "double precision")];

    public static void Run()
    {
        var expected = Table(noise: 0, isShuffled: false);
        Measure("the same order", expected, () => Table(0, isShuffled: false));
        Measure("shuffled", expected, () => Table(0, isShuffled: true));
        Measure("shuffled, every float differs in its last digit", expected, () => Table(3e-16, isShuffled: true));
        Measure("every float differs", expected, () => Table(1e-6, isShuffled: true));
        Measure("every id differs", expected, () => Table(0, isShuffled: true, firstId: Rows));
    }

    private static ResultTable Table(double noise, bool isShuffled, int firstId = 0)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => Row(i, noise, firstId)).ToArray();
        if (isShuffled)
        {
            new Random(1).Shuffle(rows);
        }
        return new ResultTable(_columns, rows);
    }

    private static Value[] Row(int i, double noise, int firstId) =>
    [
        new(ValueKind.Number, (firstId + i).ToString(CultureInfo.InvariantCulture)),
        new(ValueKind.Text, $"customer {i % 1000}"),
        new(ValueKind.Number, (i * 7 % 100_000 / 100m).ToString("F2", CultureInfo.InvariantCulture)),
        new(ValueKind.Float, (Math.Sqrt(i) * (1 + noise)).ToString("R", CultureInfo.InvariantCulture)),
    ];

    private static void Measure(string name, ResultTable expected, Func<ResultTable> make)
    {
        var actual = make();
        long tables = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        using var sampler = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, period: 20);
        var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var difference = TableComparer.Compare(expected, actual, ComparisonRules.Bag);
        clock.Stop();
        double seconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-50} equal {difference.IsEqual,-5}  {clock.Elapsed.TotalSeconds,5:F2} s (CPU {seconds,5:F2})  {Math.Max(0, peak - tables) / 1e6,4:F0} MB beside the tables' {tables / 1e6:F0}"));
    }
}
