using System.Diagnostics;
using System.Globalization;
using DbKatas.Composition;
using DbKatas.Grader.Comparing;
using Npgsql;

namespace DbKatas.Benchmarks;

/// <summary>
/// Times and memory of comparing ten thousand, a hundred thousand and a million rows with as many: equal, shuffled, with noise in the last
/// digits, and different. Beside each size the floor: reading two such results from PostgreSQL by Npgsql.
/// </summary>
internal static class ComparingBenchmark
{
    private static readonly int[] _sizes = [10_000, 100_000, 1_000_000];

    private static readonly Column[] _columns =
        [new("id", "integer"), new("name", "text"), new("total", "numeric"), new("rate", "double precision")];

    public static async Task RunAsync(CancellationToken cancellation)
    {
        foreach (int rows in _sizes)
        {
            double floor = await ReadBothAsync(rows, cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows; the floor, reading both by Npgsql: {floor:F3} s"));
            CompareAll(rows, floor);
        }
    }

    private static void CompareAll(int rows, double floor)
    {
        var expected = Table(rows, noise: 0, isShuffled: false);
        Measure("the same order", expected, floor, () => Table(rows, 0, isShuffled: false));
        Measure("shuffled", expected, floor, () => Table(rows, 0, isShuffled: true));
        Measure("shuffled, every float differs in its last digit", expected, floor, () => Table(rows, 3e-16, isShuffled: true));
        Measure("every float differs", expected, floor, () => Table(rows, 1e-6, isShuffled: true));
        Measure("every id differs", expected, floor, () => Table(rows, 0, isShuffled: true, firstId: rows));
        var floats = FloatsOnly(expected);
        Measure("two floats and nothing else, in their last digit", floats, floor, () => FloatsOnly(Table(rows, 3e-16, isShuffled: true)));
    }

    private static async Task<double> ReadBothAsync(int rows, CancellationToken cancellation)
    {
        await using var postgres = StandardGrader.Postgres();
        await using var connection = await (await postgres.SessionAsync(cancellation)).ConnectAsync(null, cancellation);
        var clock = Stopwatch.StartNew();
        for (var result = 0; result < 2; result++)
        {
            await using var query = new NpgsqlCommand($"select i, 'customer ' || i % 1000, (i * 7 % 100000 / 100.0)::numeric(10,2), sqrt(i) from generate_series(0, {rows - 1}) i", connection);
            await using var reader = await query.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                for (var i = 0; i < reader.FieldCount; i++)
                    reader.GetValue(i);
        }
        return clock.Elapsed.TotalSeconds;
    }

    private static ResultTable Table(int count, double noise, bool isShuffled, int firstId = 0)
    {
        var rows = Enumerable.Range(0, count).Select(i => Row(i, noise, firstId)).ToArray();
        if (isShuffled)
        {
            new Random(1).Shuffle(rows);
        }
        return new ResultTable(_columns, rows);
    }

    // Nothing in a row has to agree exactly, so that each one is looked for on the line of its numbers.
    private static ResultTable FloatsOnly(ResultTable table) =>
        new([_columns[^1], _columns[^1]], [.. table.Rows.Select(row => new[] { row[^1], row[^1] })]);

    private static Value[] Row(int i, double noise, int firstId) =>
    [
        new(ValueKind.Number, (firstId + i).ToString(CultureInfo.InvariantCulture)),
        new(ValueKind.Text, $"customer {i % 1000}"),
        new(ValueKind.Number, (i * 7 % 100_000 / 100m).ToString("F2", CultureInfo.InvariantCulture)),
        new(ValueKind.Float, (Math.Sqrt(i) * (1 + noise)).ToString("R", CultureInfo.InvariantCulture)),
    ];

    private static void Measure(string name, ResultTable expected, double floor, Func<ResultTable> make)
    {
        var actual = make();
        long tables = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        using var sampler = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, period: 20);
        var clock = Stopwatch.StartNew();
        var difference = TableComparer.Compare(expected, actual, ComparisonRules.Bag);
        double seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-50} equal {difference.IsEqual,-5}  {seconds,6:F3} s, {seconds / floor,4:F2} x  {Math.Max(0, peak - tables) / 1e6,4:F0} MB beside the tables' {tables / 1e6:F0}"));
    }
}
