using System.Diagnostics;
using System.Globalization;
using DbKatas.Composition;
using DbKatas.Grader.Comparing;
using Npgsql;

namespace DbKatas.Benchmarks;

/// <summary>
/// Times and memory of comparing a million rows with a million: equal, shuffled, with noise in the last digits, and different. Beside it the
/// floor: reading two such results from PostgreSQL by Npgsql.
/// </summary>
internal static class ComparingBenchmark
{
    private const int Rows = 1_000_000;

    private static readonly Column[] _columns =
        [new("id", "integer"), new("name", "text"), new("total", "numeric"), new("rate", "double precision")];

    public static async Task RunAsync(CancellationToken cancellation)
    {
        await ReadBothAsync(cancellation);
        var expected = Table(noise: 0, isShuffled: false);
        Measure("the same order", expected, () => Table(0, isShuffled: false));
        Measure("shuffled", expected, () => Table(0, isShuffled: true));
        Measure("shuffled, every float differs in its last digit", expected, () => Table(3e-16, isShuffled: true));
        Measure("every float differs", expected, () => Table(1e-6, isShuffled: true));
        Measure("every id differs", expected, () => Table(0, isShuffled: true, firstId: Rows));
    }

    private static async Task ReadBothAsync(CancellationToken cancellation)
    {
        await using var postgres = StandardGrader.Postgres();
        await using var connection = await (await postgres.SessionAsync(cancellation)).ConnectAsync(null, cancellation);
        var clock = Stopwatch.StartNew();
        for (var result = 0; result < 2; result++)
        {
            await using var query = new NpgsqlCommand($"select i, 'customer ' || i % 1000, (i * 7 % 100000 / 100.0)::numeric(10,2), sqrt(i) from generate_series(0, {Rows - 1}) i", connection);
            await using var reader = await query.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                for (var i = 0; i < reader.FieldCount; i++)
                    reader.GetValue(i);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"the floor: reading both by Npgsql",-50}             {clock.Elapsed.TotalSeconds,5:F2} s"));
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
