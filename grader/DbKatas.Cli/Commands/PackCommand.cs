using System.CommandLine;
using System.Diagnostics;
using DbKatas.Composition;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Packing;

namespace DbKatas.Cli.Commands;

/// <summary>For teachers: the library without solutions, to give away.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var into = new Option<DirectoryInfo>("--out") { Description = "Where the student edition goes: a folder that is empty or does not exist", HelpName = "DIR", Required = true };
        var command = new Command("pack", "For teachers: write a student edition, which grades without solutions") { into };
        var library = new LibraryOptions().AddTo(command, answers: false);
        command.SetAction((arguments, cancellation) => PackAsync(library.Read(arguments), arguments.GetValue(into)!.FullName, cancellation));
        return command;
    }

    private static async Task<int> PackAsync(KataLibrary library, string folder, CancellationToken cancellation)
    {
        var program = KataLibrary.Around(AppContext.BaseDirectory)?.Root
            ?? throw new TroubleException("This program was copied out of its clone, and its source goes into a student edition. Run ./kata in a clone of DbKatas.");
        var catalog = KataCatalog.Load(library.Katas);
        var clock = Stopwatch.StartNew();
        var (postgres, redis, mongo) = (StandardGrader.Postgres(), StandardGrader.Redis(), StandardGrader.MongoDb());
        await using (var grader = StandardGrader.For(library.Solutions, postgres, redis, mongo))
            await LongWork.WatchedAsync("Packing", catalog.Katas.Count, progress =>
                new StudentEdition(library, program, grader, solutions => StandardGrader.For(solutions, postgres, redis, mongo)) { Progress = () => progress(1) }
                    .WriteAsync(folder, catalog, cancellation));
        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine(
            $"{TextFile.Shown(folder)} holds the student edition: {catalog.Katas.Count} {(catalog.Katas.Count == 1 ? "kata" : "katas")}, {bytes / 1e6:0.0} MB, packed in {clock.Elapsed.TotalSeconds:0} s.\n" +
            "It has no solutions; every reference answer was graded by it and is right.\n" +
            "Give it away as it is. Students begin with its README.md, and you grade what they hand in here: ./kata class grade DIR");
        return ExitCode.Good;
    }
}
