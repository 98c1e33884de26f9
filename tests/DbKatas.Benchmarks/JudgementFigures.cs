using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>
/// Counts, over all SQL katas, the wrong answers that pass and the right ones that do not: on the visible data alone, on all data within
/// the domain, and on all data. Also how long a dataset takes.
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
        var grader = new Grader.Grading.Grader([new SqlKataGrader(postgres, library.Solutions)]);
        var session = await postgres.SessionAsync(cancellation);
        foreach (var kata in KataCatalog.Load(library.Katas).Katas.Where(kata => kata.Engines is [PostgresEngine.Name]))
            await MeasureAsync(grader, session, kata, Path.Combine(library.Solutions, kata.Id), cancellation);
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
            if (isWrong)
                await TimeVerdictAsync(grader, kata, path, cancellation);
            Count(isWrong, await TrialsAsync(bench, path, cancellation), Path.GetRelativePath(solution, path));
        }
    }

    private async Task TimeVerdictAsync(Grader.Grading.Grader grader, Kata kata, string path, CancellationToken cancellation)
    {
        var verdict = await grader.GradeAsync(kata, path, cancellation);
        if (verdict.Counterexample is not { } example)
            return;
        _rows.Add(example.Rows);
        _probes.Add(example.Probes);
        _verdicts.Add(verdict.Elapsed.TotalMilliseconds);
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

    private void Count(bool isWrong, List<Trial> trials, string name)
    {
        bool[] agrees = [trials[0].Agrees, trials.Where(t => t.Dataset.InDomain).All(t => t.Agrees), trials.All(t => t.Agrees)];
        for (var tier = 0; tier < 3; tier++)
        {
            _falseAccepts[tier] += isWrong && agrees[tier] ? 1 : 0;
            _falseRejects[tier] += !isWrong && !agrees[tier] ? 1 : 0;
        }
        if (isWrong != !agrees[1] || (!isWrong && !agrees[2]) || (isWrong && agrees[0]))
            Console.WriteLine($"  {(isWrong ? "wrong" : "right")} {name}: visible {agrees[0]}, domain {agrees[1]}, all {agrees[2]}; fails on {string.Join(" ", trials.Where(t => !t.Agrees).Select(t => t.Dataset.Name).Take(6))}");
    }

    private static string At(List<double> figures) =>
        $"median {figures.Order().ElementAt((figures.Count - 1) / 2):0.#}, 95 % {figures.Order().ElementAt((int)((figures.Count - 1) * 0.95)):0.#} of {figures.Count}";
}
