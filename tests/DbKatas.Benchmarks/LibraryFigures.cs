using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks;

/// <summary>
/// All SQL answers of the library (references, other right ones, wrong ones) on all datasets, graded one after the other, in three sizes of
/// the library. Beside it the floor: the same statements as one script for psql, which compares and explains nothing.
/// </summary>
internal sealed class LibraryFigures(string root)
{
    private readonly KataLibrary _library = KataLibrary.At(root);

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        await using var postgres = StandardGrader.Postgres();
        var session = await postgres.SessionAsync(cancellation);
        var katas = KataCatalog.Load(_library.Katas).Katas.Where(kata => kata.Kind is KataKind.Result or KataKind.State && kata.Engines is [PostgresEngine.Name]).ToList();
        var silent = new Grader.Grading.Grader([new SqlKataGrader(postgres, new SolutionFolders(_library.Solutions), explains: false)]);
        var explaining = new Grader.Grading.Grader([new SqlKataGrader(postgres, new SolutionFolders(_library.Solutions))]);
        await GradeAsync(silent, katas, cancellation);
        foreach (var part in new[] { 4, 2, 1 })
        {
            var some = katas.Where((_, i) => i % part == 0).ToList();
            var (floor, runs) = await ScriptAsync(session, some, cancellation);
            var (judged, answers) = await GradeAsync(silent, some, cancellation);
            var (explained, _) = await GradeAsync(explaining, some, cancellation);
            Figures.Print($"{some.Count} SQL katas, {answers} answers, {runs} runs of an answer on a dataset",
                new Figures("one psql script", [floor]), new Figures("judged", [judged]), new Figures("judged and explained", [explained]));
        }
    }

    private IEnumerable<string> Answers(Kata kata) =>
        Directory.EnumerateFiles(Path.Combine(_library.Solutions, kata.Id), "*.sql", SearchOption.AllDirectories).Where(path => !path.EndsWith("probes.sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private async Task<(double Milliseconds, int Answers)> GradeAsync(Grader.Grading.Grader grader, List<Kata> katas, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var answers = 0;
        foreach (var kata in katas)
            foreach (var path in Answers(kata))
            {
                await grader.GradeAsync(kata, path, cancellation);
                answers++;
            }
        return (clock.Elapsed.TotalMilliseconds, answers);
    }

    private async Task<(double Milliseconds, int Runs)> ScriptAsync(PostgresSession session, List<Kata> katas, CancellationToken cancellation)
    {
        await using var script = new PsqlScript(session);
        foreach (var kata in katas)
            await script.AddAsync(kata, File.ReadAllText(Path.Combine(_library.Solutions, kata.Id, kata.AnswerFile)), [.. Answers(kata).Select(File.ReadAllText)], cancellation);
        return (await script.RunAsync(cancellation), script.Runs);
    }
}
