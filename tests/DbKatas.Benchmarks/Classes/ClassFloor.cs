using System.ComponentModel;
using DbKatas.Composition;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks.Classes;

/// <summary>The least that a class's SQL can cost: psql runs the same statements from one script, and nobody looks at the results.</summary>
internal static class ClassFloor
{
    /// <param name="answers">All that were handed in.</param>
    /// <param name="library">Where the references are.</param>
    /// <param name="datasets">On how many datasets each different answer runs; 1 for the data that everybody sees.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null where there is no psql, or no SQL. Hostile answers are left out: they are not all survived outside the grader.</returns>
    public static async Task<(int Answers, int Runs, double Milliseconds)?> MeasureAsync(
        IEnumerable<(string Student, Kata Kata, AnswerSort Sort, string Text)> answers, KataLibrary library, int datasets, CancellationToken cancellation)
    {
        var different = answers.Where(answer => answer.Kata is { AnswerFile: "answer.sql", Kind: KataKind.Result } && answer.Sort is not (AnswerSort.Hostile or AnswerSort.Stub))
            .DistinctBy(answer => (answer.Kata.Id, answer.Text)).ToLookup(answer => answer.Kata, answer => answer.Text);
        if (different.Count == 0)
            return null;
        await using var engine = StandardGrader.Postgres();
        await using var script = new PsqlScript(await engine.SessionAsync(cancellation), datasets);
        foreach (var kata in different)
            await script.AddAsync(kata.Key, File.ReadAllText(Path.Combine(library.Solutions, kata.Key.Id, kata.Key.AnswerFile)), [.. kata], cancellation);
        try
        {
            return (different.Sum(kata => kata.Count()), script.Runs, await script.RunAsync(cancellation));
        }
        catch (Win32Exception)
        {
            Console.WriteLine("  no psql on this machine: no floor");
            return null;
        }
    }
}
