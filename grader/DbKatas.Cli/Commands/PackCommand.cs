using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;

namespace DbKatas.Cli.Commands;

/// <summary>For teachers: the library without solutions, to give away.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var into = new Option<DirectoryInfo>("--out") { Description = "Where the student edition goes: a folder that is empty or does not exist", HelpName = "DIR", Required = true };
        var check = new Option<bool>("--check") { Description = "Grade every answer of the solutions both ways, and say whether the two agree" };
        var command = new Command("pack", "For teachers: write a student edition, which grades without solutions") { into, check };
        var library = new LibraryOptions().AddTo(command, answers: false);
        command.SetAction((arguments, cancellation) => PackAsync(library.Read(arguments), arguments.GetValue(into)!.FullName, arguments.GetValue(check), cancellation));
        return command;
    }

    private static async Task<int> PackAsync(KataLibrary library, string folder, bool isChecked, CancellationToken cancellation)
    {
        var program = KataLibrary.Around(AppContext.BaseDirectory, Environment.CurrentDirectory)?.Root
            ?? throw new TroubleException("This program was copied out of its clone, and its source goes into a student edition. Run ./kata in a clone of DbKatas.");
        var catalog = KataCatalog.Load(library.Katas);
        var clock = Stopwatch.StartNew();
        var (postgres, redis, mongo) = (StandardGrader.Postgres(), StandardGrader.Redis(), StandardGrader.MongoDb());
        await using var grader = StandardGrader.For(library.Solutions, postgres, redis, mongo);
        Grader.Grading.Grader Packed(ISolutions solutions) => StandardGrader.For(solutions, postgres, redis, mongo);
        await LongWork.WatchedAsync("Packing", catalog.Katas.Count, progress =>
            new StudentEdition(library, program, grader, Packed) { Progress = () => progress(1) }.WriteAsync(folder, catalog, cancellation));
        Console.WriteLine(Words(folder, catalog.Katas.Count, clock.Elapsed));
        return isChecked ? await CheckAsync(library, catalog, (grader, Packed(new PackedSolutions(KataLibrary.At(folder).Packed))), cancellation) : ExitCode.Good;
    }

    private static string Words(string folder, int katas, TimeSpan elapsed)
    {
        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        return $"{TextFile.Shown(folder)} holds the student edition: {katas} {(katas == 1 ? "kata" : "katas")}, {bytes / 1e6:0.0} MB, packed in {elapsed.TotalSeconds:0} s.\n" +
            "It has no solutions; every reference answer was graded by it and is right.\n" +
            "Give it away as it is. Students begin with its README.md, and you grade what they hand in here: ./kata class grade DIR";
    }

    private static async Task<int> CheckAsync(
        KataLibrary library, KataCatalog catalog, (Grader.Grading.Grader Full, Grader.Grading.Grader Packed) graders, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<EditionAgreement>();
        var check = new EditionCheck(library.Solutions, graders.Full, graders.Packed);
        await LongWork.WatchedAsync("Grading both ways", catalog.Katas.Count, async progress =>
            await Parallel.ForEachAsync(catalog.Katas, AtOnce.Options(cancellation), async (kata, token) =>
            {
                found.Add(await check.CompareAsync(kata, token));
                progress(1);
            }));
        var all = found.Aggregate(EditionAgreement.None, (sum, one) => sum + one);
        Console.WriteLine(string.Join("\n\n", all.Disagreements.Prepend("").Append(
            $"{all.Answers} answers were graded with the solutions and by the student edition: {all.Answers - all.Disagreements.Count} agree, {all.Disagreements.Count} do not.\n" +
            $"{all.Examples.Count} show a small example of what goes wrong, with {all.Examples.Sum(example => example.Here)} rows or documents in all with the solutions and {all.Examples.Sum(example => example.There)} in the student edition; {all.SameExamples} examples are the same.")));
        return all.Disagreements.Count == 0 ? ExitCode.Good : ExitCode.NotYet;
    }
}
