using System.ComponentModel;
using DbKatas.Composition;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks.Classes;

/// <summary>The least that a class's SQL can cost: psql runs the same statements from one script, and nobody looks at the results.</summary>
internal static class ClassFloor
{
    /// <param name="answers">All that were handed in.</param>
    /// <param name="library">Where the references are.</param>
    /// <param name="reading">What is taken for the same statements.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many answers ran, how often at most, and how long it took. Null where there is no psql, or no SQL. Hostile answers are left out: they are not all survived outside the grader.</returns>
    public static async Task<(int Answers, int Runs, double Milliseconds)?> MeasureAsync(
        IEnumerable<(string Student, Kata Kata, AnswerSort Sort, string Text)> answers, KataLibrary library, FloorReading reading, CancellationToken cancellation)
    {
        var sql = answers.Where(answer => answer.Kata is { AnswerFile: "answer.sql", Kind: KataKind.Result } && answer.Sort is not (AnswerSort.Hostile or AnswerSort.Stub));
        var run = (reading.EqualOnesOnce ? sql.DistinctBy(answer => (answer.Kata.Id, answer.Text)) : sql).ToLookup(answer => answer.Kata, answer => answer.Text);
        if (run.Count == 0)
            return null;
        await using var engine = StandardGrader.Postgres();
        await using var script = new PsqlScript(await engine.SessionAsync(cancellation), reading.Datasets);
        foreach (var kata in run)
            await script.AddAsync(kata.Key, File.ReadAllText(Path.Combine(library.Solutions, kata.Key.Id, kata.Key.AnswerFile)), [.. kata], cancellation);
        try
        {
            return (run.Sum(kata => kata.Count()), script.Runs, await script.RunAsync(cancellation));
        }
        catch (Win32Exception)
        {
            Console.WriteLine("  no psql on this machine: no floor");
            return null;
        }
    }
}

/// <param name="Words">For the screen, behind a number of answers.</param>
/// <param name="EqualOnesOnce">True to run what several students have handed in letter by letter once, as the grader does.</param>
/// <param name="Datasets">On how many datasets each runs; 1 for the data that everybody sees.</param>
internal sealed record FloorReading(string Words, bool EqualOnesOnce, int Datasets)
{
    public static readonly IReadOnlyList<FloorReading> All =
    [
        new("SQL answers, every student's, on the data that everybody sees", EqualOnesOnce: false, 1),
        new("different SQL answers on all their datasets", EqualOnesOnce: true, int.MaxValue),
        new("different SQL answers on the data that everybody sees", EqualOnesOnce: true, 1),
    ];
}
