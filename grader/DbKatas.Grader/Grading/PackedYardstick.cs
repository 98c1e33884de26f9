using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;
using DbKatas.Grader.Quality;

namespace DbKatas.Grader.Grading;

/// <summary>What was kept of a reference answer: what it gives on the kata's datasets and on small examples, and what usual slips give.</summary>
internal sealed class PackedYardstick : ISqlYardstick
{
    /// <summary>For a script that needs a new database each time.</summary>
    private const int MostSlowExamples = 12;

    private readonly KataData _data;
    private readonly KataData _examples;
    private readonly Lazy<PackedShelf> _slips;

    private PackedYardstick(KataData data, KataData examples, byte[] slips) =>
        (_data, _examples, _slips) = (data, examples, new Lazy<PackedShelf>(() => PackedShelf.Read(slips)));

    public SqlAnswer? Reference => null;

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="WriteAsync"/> makes.</exception>
    public static PackedYardstick Read(byte[] bytes) =>
        PackedParts.Read(bytes) is [var data, var examples, var slips] && KataDataFile.Read(data) is { } known && KataDataFile.Read(examples) is { } small
            ? new PackedYardstick(known, small, slips)
            : throw new InvalidDataException("The parts are not those of a SQL kata.");

    /// <param name="session">The server.</param>
    /// <param name="kata">The kata, of kind result or state.</param>
    /// <param name="folder">Its solution.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<byte[]> WriteAsync(PostgresSession session, Kata kata, string folder, CancellationToken cancellation)
    {
        var reference = new ReferenceYardstick(ReferenceYardstick.Read(folder, kata));
        var data = await reference.DataAsync(session, kata, cancellation);
        PackedShelf slips;
        await using (var bench = await DatasetBench.OpenAsync(session, kata, reference, cancellation))
            slips = await PackedShelf.FillAsync(bench, cancellation);
        var examples = await new RowExamples(session, kata, reference).FindAsync(folder, slips.Told, cancellation);
        return PackedParts.Write(
            KataDataFile.Write(data),
            KataDataFile.Write(new KataData(data.Schema, [.. examples.Select(trial => trial.Dataset)], [.. examples.Select(trial => trial.Expected)])),
            slips.Write());
    }

    public Task<KataData> DataAsync(PostgresSession session, Kata kata, CancellationToken cancellation) => Task.FromResult(_data);

    public ISlipShelf Slips(KataData data) => _slips.Value;

    /// <summary>The smallest example that shows the same fault; the trial itself where none does.</summary>
    public async Task<RowCounterexample> ShrinkAsync(
        DatasetBench bench, IReadOnlyList<SqlStatement> answer, Trial start, bool inDomain, CancellationToken cancellation)
    {
        var most = CounterexampleSearch.IsSlow(bench.Kata, answer) ? MostSlowExamples : int.MaxValue;
        var probes = 0;
        foreach (var (dataset, expected) in _examples.Datasets.Zip(_examples.Expected))
        {
            if (dataset.RowCount >= start.Dataset.RowCount || probes == most || bench.Time.IsOver)
                break;
            if (inDomain && !dataset.InDomain)
                continue;
            probes++;
            var trial = await bench.TryAsync(answer, dataset, expected, cancellation);
            if (!trial.Agrees && CounterexampleSearch.Sort(trial) == CounterexampleSearch.Sort(start))
                return new RowCounterexample(trial, bench.Schema, probes);
        }
        return new RowCounterexample(start, bench.Schema, probes);
    }
}
