using System.Diagnostics;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>
/// One script for psql that runs answers on datasets of their katas, and compares and explains nothing: the least that judging them can
/// cost. Each answer runs as the kata's own role, which has its limits, and one that fails is not run on further datasets.
/// </summary>
/// <param name="session">The server.</param>
/// <param name="datasets">On how many datasets an answer runs, the visible data first; on all by default.</param>
internal sealed class PsqlScript(PostgresSession session, int datasets = int.MaxValue) : IAsyncDisposable
{
    private readonly List<ScratchDatabase> _scratches = [];
    private readonly string _file = Path.GetTempFileName();

    /// <summary>How many times an answer runs on a dataset; fewer, where one fails.</summary>
    public int Runs { get; private set; }

    public async Task AddAsync(Kata kata, string reference, IReadOnlyList<string> answers, CancellationToken cancellation)
    {
        await using var bench = await DatasetBench.OpenAsync(session, kata, reference, cancellation);
        _scratches.Add(await ScratchDatabase.CreateAsync(session, kata, cancellation));
        var load = new DatasetLoad(bench.Schema);
        await using var script = File.AppendText(_file);
        await script.WriteLineAsync($"\\connect \"{_scratches[^1].Address}\"");
        foreach (var answer in answers)
        {
            await script.WriteLineAsync("\\set failed false");
            foreach (var dataset in bench.Datasets.Take(datasets))
            {
                var loading = load.Statements(dataset, kata.Kind == KataKind.State).Select(statement => statement + ";\n");
                await script.WriteLineAsync($"\\if :failed\n\\else\nbegin;\n{string.Concat(loading)}{answer.TrimEnd().TrimEnd(';')}\n;\n\\set failed :ERROR\nrollback;\n\\endif");
                Runs++;
            }
        }
    }

    /// <returns>The milliseconds from start to exit.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no psql.</exception>
    public async Task<double> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var psql = Process.Start(new ProcessStartInfo("psql", ["-q", "-X", "-o", "/dev/null", "-f", _file, _scratches[0].Address]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        // The refusals of wrong answers are many.
        var ends = Task.WhenAll(psql.StandardError.ReadToEndAsync(cancellation), psql.StandardOutput.ReadToEndAsync(cancellation));
        await psql.WaitForExitAsync(cancellation);
        await ends;
        return clock.Elapsed.TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        foreach (var scratch in _scratches)
            await scratch.DisposeAsync();
    }
}
