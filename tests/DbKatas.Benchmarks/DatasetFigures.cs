using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using Npgsql;

namespace DbKatas.Benchmarks;

/// <summary>What one more dataset costs, and a fresh database: each beside the least that PostgreSQL lets it cost.</summary>
internal sealed class DatasetFigures(string root)
{
    private const string Id = "sql/joins/10-join-fan-out";

    /// <summary>Rounds before the first that counts, so that no code runs for the first time, on either side.</summary>
    private const int WarmUp = 10;

    public async Task MeasureAsync(int rounds, CancellationToken cancellation)
    {
        var library = KataLibrary.At(root);
        var kata = KataCatalog.Load(library.Katas).Find(Id)[0];
        var sql = await File.ReadAllTextAsync(Path.Combine(library.Solutions, Id, kata.AnswerFile), cancellation);
        await using var postgres = StandardGrader.Postgres();
        var session = await postgres.SessionAsync(cancellation);
        await DatabasesAsync(session, kata, rounds, cancellation);
        await VerdictsAsync(session, kata, sql, rounds, cancellation);
    }

    private static async Task DatabasesAsync(PostgresSession session, Kata kata, int rounds, CancellationToken cancellation)
    {
        var template = await session.Templates.ProvideAsync(kata, cancellation);
        var (bare, whole) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            // Each is the first in turn: what the server does for one that was dropped takes some of the next one's time.
            if (round % 2 == 0)
                await BareAsync();
            await WholeAsync();
            if (round % 2 != 0)
                await BareAsync();

            async Task BareAsync()
            {
                var name = session.NextName();
                await TimeAsync(bare, round, () => session.ExecuteAsync(cancellation, $"create database {name} template {template} strategy file_copy"));
                await session.ExecuteAsync(cancellation, $"drop database {name}");
            }

            async Task WholeAsync()
            {
                ScratchDatabase? scratch = null;
                await TimeAsync(whole, round, async () => scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation));
                await scratch!.DisposeAsync();
            }
        }
        Figures.Print("A fresh database for a kata", new Figures("CREATE DATABASE … STRATEGY file_copy", bare), new Figures("with a role of its own and its limits", whole));
    }

    /// <summary>One dataset after the other, as an answer meets them. The floor finds each loaded already.</summary>
    private static async Task VerdictsAsync(PostgresSession session, Kata kata, string sql, int rounds, CancellationToken cancellation)
    {
        await using var bench = await DatasetBench.OpenAsync(session, kata, sql, cancellation);
        await using var scratch = await ScratchDatabase.CreateAsync(session, kata, cancellation);
        await using var connection = new NpgsqlConnection(scratch.ConnectionString(kata.Limits));
        await connection.OpenAsync(cancellation);
        var loader = new DatasetLoader(bench.Schema);
        var (floor, runs, trials) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            foreach (var dataset in bench.Datasets)
            {
                await loader.LoadAsync(connection, dataset, [], restartSequences: false, prepares: true, cancellation);
                // A plan for each way of planning that datasets ask for.
                await using var query = new NpgsqlCommand($"{sql}\n-- {string.Join(", ", dataset.Plan ?? [])}", connection);
                await query.PrepareAsync(cancellation);
                await TimeAsync(floor, round, () => ReadTwiceAsync(query, cancellation));
            }
            foreach (var dataset in bench.Datasets)
                await TimeAsync(runs, round, () => bench.RunAsync(sql, dataset, cancellation));
            foreach (var dataset in bench.Datasets)
                await TimeAsync(trials, round, () => bench.TryAsync(sql, dataset, cancellation));
        }
        Figures.Print("A verdict on one more dataset", new Figures("the two queries by Npgsql, prepared, its rows are there", floor), new Figures("loading the dataset, and the answer's query", runs), new Figures("the same, and the verdict", trials));
    }

    private static async Task ReadTwiceAsync(NpgsqlCommand query, CancellationToken cancellation)
    {
        for (var time = 0; time < 2; time++)
        {
            await using var reader = await query.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
            }
        }
    }

    private static async Task TimeAsync(List<double> times, int round, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        Add(times, round, clock);
    }

    private static void Add(List<double> times, int round, Stopwatch clock)
    {
        if (round >= 0)
            times.Add(clock.Elapsed.TotalMilliseconds);
    }
}
