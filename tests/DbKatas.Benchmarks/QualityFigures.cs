using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Engines.MongoDb;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Benchmarks;

/// <summary>Over all SQL and MongoDB katas that can be judged here: answers graded a second, how small and how quick counterexamples are, how often a mistake is named, mutants a second.</summary>
internal sealed class QualityFigures(string root)
{
    private readonly List<double> _rows = [];
    private readonly List<double> _milliseconds = [];
    private int _answers;
    private int _wrong;
    private int _named;

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var library = KataLibrary.At(root);
        await using var postgres = StandardGrader.Postgres();
        var mongo = StandardGrader.MongoDb();
        await using var grader = StandardGrader.For(library.Solutions, postgres, StandardGrader.Redis(), mongo);
        var katas = new List<Kata>();
        // The first answer to a kata makes its datasets; they are kept, so a class pays for them once.
        foreach (var kata in KataCatalog.Load(library.Katas).Katas.Where(kata => kata.Engines is [PostgresEngine.Name] or [MongoEngine.Name]))
            if ((await grader.GradeAsync(kata, Path.Combine(library.Solutions, kata.Id, kata.AnswerFile), cancellation)).Outcome != Outcome.NeedsServer)
                katas.Add(kata);
        var clock = Stopwatch.StartNew();
        foreach (var kata in katas)
            await GradeAsync(grader, kata, Path.Combine(library.Solutions, kata.Id), cancellation);
        Console.WriteLine($"\n{_answers} answers graded, {_answers / clock.Elapsed.TotalSeconds:0.0} a second, one at a time");
        Console.WriteLine($"counterexamples: rows median {At(_rows, 0.5):0}, 95 % {At(_rows, 0.95):0}; milliseconds median {At(_milliseconds, 0.5):0}, 95 % {At(_milliseconds, 0.95):0}");
        Console.WriteLine($"likely mistake named for {_named} of {_wrong} wrong answers that ran");
        await MutateAsync([new SqlMutantScorer(postgres), new DocumentMutantScorer(mongo)], library, katas, cancellation);
    }

    private async Task GradeAsync(Grader.Grading.Grader grader, Kata kata, string solution, CancellationToken cancellation)
    {
        foreach (var path in Directory.EnumerateFiles(solution, $"*{Path.GetExtension(kata.AnswerFile)}", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var verdict = await grader.GradeAsync(kata, path, cancellation);
            _answers++;
            if (verdict.Outcome != Outcome.NotYet)
                continue;
            _wrong++;
            _named += verdict.LikelyMistake is null ? 0 : 1;
            if (verdict.Counterexample is not { } example)
                continue;
            _rows.Add(example.Rows);
            _milliseconds.Add(example.Elapsed.TotalMilliseconds);
        }
    }

    private static async Task MutateAsync(IReadOnlyList<IMutantScorer> scorers, KataLibrary library, List<Kata> katas, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var scores = new List<MutationScore>();
        foreach (var kata in katas)
            if (scorers.FirstOrDefault(scorer => scorer.Scores(kata)) is { } scorer)
                scores.Add(await scorer.ScoreAsync(kata, Path.Combine(library.Solutions, kata.Id, kata.AnswerFile), cancellation));
        var mutants = scores.Sum(score => score.Results.Count);
        Console.WriteLine($"{mutants} mutants ({scores.Sum(score => score.Mutants)} run, {scores.Sum(score => score.Equivalent)} of them equivalent), {mutants / clock.Elapsed.TotalSeconds:0} a second; " +
                          $"told apart {scores.Sum(score => score.Killed)}, by the visible data alone {scores.Sum(score => score.KilledByVisibleData)}, survivors {scores.Sum(score => score.Survivors)}");
        Console.WriteLine($"slowest kata: {scores.Max(score => score.Elapsed.TotalSeconds):0.0} s for its mutants");
    }

    private static double At(List<double> values, double part) => values.Count == 0 ? 0 : values.Order().ElementAt((int)((values.Count - 1) * part));
}
