using System.Diagnostics;
using System.Threading.Channels;
using DbKatas.Benchmarks.Classes;
using DbKatas.Cli.Watching;
using DbKatas.Composition;
using DbKatas.CSharp;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>
/// From the moment a file is saved until its verdict is on the screen, in a session of `kata watch` that has been used before: right and
/// wrong answers in turn. Beside it, for SQL, the floor: the answer's own queries on the kata's datasets.
/// </summary>
internal sealed class WatchFigures(string root)
{
    private static readonly string[] _usual = ["sql/joins/02", "sql/joins/10", "sql/windows/05", "mongodb/aggregation/05", "redis/structures/05", "redis/caching/01"];

    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);

    public async Task MeasureAsync(int rounds, IEnumerable<string> only, CancellationToken cancellation)
    {
        // Builds the kata command, where something has changed: C# answers run as they do for a learner, compiled ahead of time but for themselves.
        await MeasuredCommand.RunAsync(Path.Combine(root, "kata"), ["list"], root);
        AppContext.SetData(DotnetHost.WorkerFolderSetting, Path.Combine(root, "artifacts", "publish", "DbKatas.Cli", "release"));
        using var learner = new LearnersCopy(root);
        var library = learner.Library;
        var katas = (only.Any() ? only : _usual).Select(KataCatalog.Load(library.Katas).Find).Select(found => found[0]).ToList();
        await using var postgres = StandardGrader.Postgres(preparesAhead: true);
        await using var grader = StandardGrader.ForSession(library, postgres);
        var watched = await WatchAsync(library, grader, new WatchActions(library, postgres), katas, rounds, cancellation);
        foreach (var (kata, figures) in katas.Zip(watched))
            Figures.Print($"{kata.Id}: from saving to the verdict", kata.Engines is ["postgres"] ? [await FloorAsync(postgres, kata, library, rounds, cancellation), .. figures] : figures);
    }

    private static async Task<List<Figures[]>> WatchAsync(
        KataLibrary library, Grader.Grading.Grader grader, WatchActions actions, List<Kata> katas, int rounds, CancellationToken cancellation)
    {
        var events = Channel.CreateUnbounded<WatchEvent>();
        var screen = new Screen();
        using var changes = new AnswerChanges(library.Answers, events.Writer);
        using var session = new WatchSession(library, grader, actions, screen, events);
        var watching = session.RunAsync(katas[0], cancellation);
        await screen.NextAsync(cancellation);
        var figures = new List<Figures[]>();
        foreach (var kata in katas)
        {
            var times = await SaveAsync(library, kata, screen, rounds, cancellation);
            List<double> Of(int turn) => [.. times.Where((_, round) => (round & 1) == turn)];
            figures.Add([new Figures("kata watch", times), new Figures("  a right answer", Of(0)), new Figures("  a wrong one, explained", Of(1))]);
        }
        events.Writer.TryWrite(new WatchEvent.Pressed('q'));
        await watching;
        return figures;
    }

    /// <summary>The first two rounds, in which servers start and datasets are made, are not counted.</summary>
    private static async Task<List<double>> SaveAsync(KataLibrary library, Kata kata, Screen screen, int rounds, CancellationToken cancellation)
    {
        var solution = Path.Combine(library.Solutions, kata.Id);
        string[] answers = [Path.Combine(solution, kata.AnswerFile), Directory.EnumerateFiles(Path.Combine(solution, "wrong")).Order(StringComparer.Ordinal).First()];
        var comment = Path.GetExtension(kata.AnswerFile) switch { ".sql" => "--", ".redis" => "#", _ => "//" };
        var times = new List<double>();
        for (var round = -2; round < rounds; round++)
        {
            // A comment makes each save another answer.
            var text = $"{await File.ReadAllTextAsync(answers[round & 1], cancellation)}\n{comment} {round}\n";
            // Nobody saves again before he has read.
            await Task.Delay(Reading, cancellation);
            var clock = Stopwatch.StartNew();
            await File.WriteAllTextAsync(library.AnswerPath(kata), text, cancellation);
            await screen.NextAsync(cancellation);
            if (round >= 0)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }
        return times;
    }

    private static async Task<Figures> FloorAsync(Grader.Engines.Postgres.PostgresEngine postgres, Kata kata, KataLibrary library, int rounds, CancellationToken cancellation)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(library.Solutions, kata.Id, kata.AnswerFile), cancellation);
        await using var bench = await DatasetBench.OpenAsync(await postgres.SessionAsync(cancellation), kata, sql, cancellation);
        var times = new List<double>();
        for (var round = -1; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var dataset in bench.Datasets)
                await bench.RunAsync(sql, dataset, cancellation);
            if (round >= 0)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }
        return new Figures($"its query alone on {bench.Datasets.Count} datasets", times);
    }

    private sealed class Screen : IWatchScreen
    {
        private readonly Channel<string> _pages = Channel.CreateUnbounded<string>();

        public ValueTask<string> NextAsync(CancellationToken cancellation) => _pages.Reader.ReadAsync(cancellation);

        public void Show(string text) => _pages.Writer.TryWrite(text);

        public Task<string?> EditAsync(IReadOnlyList<string> files, CancellationToken cancellation) => Task.FromResult<string?>(null);
    }
}
