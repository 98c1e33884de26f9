using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Data;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.MongoDb.Answers;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Documents;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>
/// Counts, over all SQL and MongoDB katas, the wrong answers that pass and the right ones that do not: on the visible data alone, with hidden data within
/// the domain, and with all data, where "right, but fragile" counts as refused. Also how long a dataset takes.
/// </summary>
internal sealed class JudgementFigures(string root)
{
    private int _right;
    private int _wrong;
    private readonly int[] _falseAccepts = new int[3];
    private readonly int[] _falseRejects = new int[3];
    private readonly List<double> _times = [];
    private readonly List<double> _verdicts = [];
    private readonly List<double> _rows = [];
    private readonly List<double> _probes = [];

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var library = KataLibrary.At(root);
        await using var postgres = StandardGrader.Postgres();
        await using var mongo = StandardGrader.MongoDb();
        var grader = new Grader.Grading.Grader([new SqlKataGrader(postgres, new SolutionFolders(library.Solutions)), new MongoKataGrader(mongo, new SolutionFolders(library.Solutions))]);
        var katas = KataCatalog.Load(library.Katas).Katas.Where(kata => kata.Kind is KataKind.Result or KataKind.State).ToList();
        var session = await postgres.SessionAsync(cancellation);
        foreach (var kata in katas.Where(kata => kata.Engines is [PostgresEngine.Name]))
            await MeasureAsync(grader, session, kata, Path.Combine(library.Solutions, kata.Id), cancellation);
        var server = await mongo.ServerAsync(cancellation);
        foreach (var kata in katas.Where(kata => kata.Engines is [MongoEngine.Name]))
            await MeasureAsync(grader, server, kata, Path.Combine(library.Solutions, kata.Id), cancellation);
        Console.WriteLine($"\n{_right} right answers, {_wrong} wrong ones        visible data   + in the domain   + outside it");
        Console.WriteLine($"wrong answers accepted                  {_falseAccepts[0],8}        {_falseAccepts[1],8}        {_falseAccepts[2],8}");
        Console.WriteLine($"right answers refused                   {_falseRejects[0],8}        {_falseRejects[1],8}        {_falseRejects[2],8}");
        Console.WriteLine($"milliseconds an answer on a dataset: {At(_times)}");
        Console.WriteLine($"milliseconds a verdict with its counterexample: {At(_verdicts)}");
        Console.WriteLine($"rows of a counterexample: {At(_rows)}; probes: {At(_probes)}");
    }

    private async Task MeasureAsync(Grader.Grading.Grader grader, PostgresSession session, Kata kata, string solution, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await using var bench = await DatasetBench.OpenAsync(session, kata, await File.ReadAllTextAsync(Path.Combine(solution, kata.AnswerFile), cancellation), cancellation);
        Console.WriteLine($"{kata.Id}: {bench.Datasets.Count} datasets ({bench.Datasets.Count(d => !d.InDomain)} outside the domain), ready in {clock.ElapsedMilliseconds} ms");
        foreach (var path in Directory.EnumerateFiles(solution, "*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var isWrong = path.Contains("/wrong/", StringComparison.Ordinal);
            _ = isWrong ? _wrong++ : _right++;
            var verdict = await VerdictAsync(grader, kata, path, isWrong, cancellation);
            var trials = await TrialsAsync(bench, path, cancellation);
            Count(isWrong, verdict, [.. trials.Select(trial => new Judged(trial.Dataset, trial.Agrees))], Path.GetRelativePath(solution, path));
        }
    }

    private async Task MeasureAsync(Grader.Grading.Grader grader, IMongoServer server, Kata kata, string solution, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var bench = await DocumentBench.OpenAsync(server, kata, MongoAnswer.Read(Path.Combine(solution, kata.AnswerFile), kata.AnswerFile), cancellation);
        var isJudged = bench.Datasets.Count > 1;
        Console.WriteLine($"{kata.Id}: {(isJudged ? $"{bench.Datasets.Count} datasets ({bench.Datasets.Count(d => !d.InDomain)} outside the domain), ready in {clock.ElapsedMilliseconds} ms" : "needs a MongoDB server")}");
        foreach (var path in Directory.EnumerateFiles(solution, "*.jsonc", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(_ => isJudged))
        {
            var isWrong = path.Contains("/wrong/", StringComparison.Ordinal);
            _ = isWrong ? _wrong++ : _right++;
            var verdict = await VerdictAsync(grader, kata, path, isWrong, cancellation);
            clock.Restart();
            var commands = MongoAnswer.Read(path, kata.AnswerFile).Commands;
            // An answer that is no such file did not run on any data.
            var trials = commands.Count == 0 ? [] : await bench.TryAsync(commands, bench.Datasets, cancellation);
            _times.Add(clock.Elapsed.TotalMilliseconds / bench.Datasets.Count);
            Count(isWrong, verdict, [.. trials.Select(trial => new Judged(trial.Dataset, !trial.GoesWrong))], Path.GetRelativePath(solution, path));
        }
    }

    private async Task<Verdict> VerdictAsync(Grader.Grading.Grader grader, Kata kata, string path, bool isTimed, CancellationToken cancellation)
    {
        var verdict = await grader.GradeAsync(kata, path, cancellation);
        if (!isTimed || verdict.Counterexample is not { } example)
            return verdict;
        _rows.Add(example.Rows);
        _probes.Add(example.Probes);
        _verdicts.Add(verdict.Elapsed.TotalMilliseconds);
        return verdict;
    }

    private async Task<List<Trial>> TrialsAsync(DatasetBench bench, string path, CancellationToken cancellation)
    {
        var answer = await File.ReadAllTextAsync(path, cancellation);
        var trials = new List<Trial>();
        foreach (var dataset in bench.Datasets)
        {
            var clock = Stopwatch.StartNew();
            var trial = await bench.TryAsync(answer, dataset, cancellation);
            _times.Add(clock.Elapsed.TotalMilliseconds);
            trials.Add(trial!);
            if (trial!.Run.Failure is not null && dataset == bench.Datasets[0])
                break;
        }
        return trials;
    }

    /// <summary>On the visible data alone as the bench finds it; with hidden data as a learner is told.</summary>
    private void Count(bool isWrong, Verdict verdict, List<Judged> trials, string name)
    {
        var isRight = verdict.Outcome == Outcome.Right;
        bool[] accepted = [trials is [{ Agrees: true }, ..], isRight, isRight && verdict.Fragile is null];
        for (var tier = 0; tier < 3; tier++)
        {
            _falseAccepts[tier] += isWrong && accepted[tier] ? 1 : 0;
            _falseRejects[tier] += !isWrong && !accepted[tier] ? 1 : 0;
        }
        if (isWrong ? accepted[0] : !accepted[2])
            Console.WriteLine($"  {(isWrong ? "wrong" : "right")} {name}: {verdict.Outcome}, visible {accepted[0]}, all {accepted[2]}; fails on {string.Join(" ", trials.Where(t => !t.Agrees).Select(t => t.Dataset.Name).Take(6))}");
    }

    private sealed record Judged(IDataset Dataset, bool Agrees);

    private static string At(List<double> figures) =>
        $"median {figures.Order().ElementAt((figures.Count - 1) / 2):0.#}, 95 % {figures.Order().ElementAt((int)((figures.Count - 1) * 0.95)):0.#} of {figures.Count}";
}
