using System.ComponentModel;
using DbKatas.Composition;
using DbKatas.Grader.Engines.Postgres;
using DbKatas.Grader.Katas;

namespace DbKatas.Benchmarks.Classes;

/// <summary>The least that a class's SQL can cost: psql runs the same statements from one script, and nobody looks at the results.</summary>
internal static class ClassFloor
{
    /// <returns>Null where there is no psql, or no SQL. Hostile answers are left out: they are not all survived outside the grader.</returns>
    public static async Task<(int Statements, TimeSpan Time)?> MeasureAsync(
        IEnumerable<(string Student, Kata Kata, AnswerSort Sort, string Text)> answers, string folder, CancellationToken cancellation)
    {
        var statements = answers.Where(answer => answer.Kata is { AnswerFile: "answer.sql", Kind: KataKind.Result } && answer.Sort is not (AnswerSort.Hostile or AnswerSort.Stub))
            .DistinctBy(answer => (answer.Kata.Id, answer.Text)).ToLookup(answer => answer.Kata, answer => answer.Text);
        if (statements.Count == 0)
            return null;
        await using var engine = StandardGrader.Postgres();
        var session = await engine.SessionAsync(cancellation);
        var (script, rooms) = (Path.Combine(folder, "floor.sql"), new List<ScratchDatabase>());
        try
        {
            await using (var writer = new StreamWriter(script))
                foreach (var kata in statements)
                {
                    rooms.Add(await ScratchDatabase.CreateAsync(session, kata.Key, cancellation));
                    await writer.WriteLineAsync($"\\connect \"{rooms[^1].Address}\"");
                    foreach (var text in kata)
                        await writer.WriteLineAsync($"{text.TrimEnd().TrimEnd(';')}\n;");
                }
            var measured = await MeasuredCommand.RunAsync("psql", ["-X", "-q", "-o", "/dev/null", "-f", script, rooms[0].Address], folder, 3);
            return (statements.Sum(kata => kata.Count()), measured.Time);
        }
        catch (Win32Exception)
        {
            Console.WriteLine("  no psql on this machine: no floor");
            return null;
        }
        finally
        {
            foreach (var room in rooms)
                await room.DisposeAsync();
        }
    }
}
