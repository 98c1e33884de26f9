using System.CommandLine;
using DbKatas.Composition;
using DbKatas.Grader.Katas;

namespace DbKatas.Cli.Commands;

internal static class GradeCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Katas by id, topic, track or a part of an id; or all", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Print the verdicts as JSON, and nothing else" };
        var command = new Command("grade", "Grade answers: one kata, some, or all") { ids, json };
        var folders = new LibraryOptions().AddTo(command);
        command.SetAction((arguments, cancellation) =>
            GradeAsync(folders.Read(arguments), arguments.GetValue(ids) ?? [], arguments.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> GradeAsync(KataLibrary library, string[] patterns, bool asJson, CancellationToken cancellation)
    {
        var catalog = patterns.Length == 0 || patterns.Contains("all") ? KataCatalog.Load(library.Katas) : null;
        var job = catalog is null
            ? new GradingJob(library, Workplace.Find(library, patterns), asJson)
            : new GradingJob(library, catalog.Katas, asJson) { Faults = catalog.Faults, IsOfAll = true };
        var sandbox = library.IsLearners ? null : await Workplace.SandboxAsync(job.Katas, cancellation);
        // Verdicts are shown before what graded them is put away, for which nobody needs to wait.
        await using var grader = StandardGrader.For(library, sandbox);
        return await job.DoAsync(grader, cancellation);
    }
}
