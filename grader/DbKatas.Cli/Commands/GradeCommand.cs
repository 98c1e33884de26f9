using System.CommandLine;
using DbKatas.Composition;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

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
        var katas = catalog?.Katas ?? Workplace.Find(library, patterns);
        var verdicts = new List<Verdict>();
        if (catalog is not null)
            verdicts.AddRange(catalog.Faults.GroupBy(fault => fault.Id).Select(Grader.Grading.Grader.Trouble));
        var sandbox = library.IsLearners ? null : await Workplace.SandboxAsync(katas, cancellation);
        // Verdicts are shown before what graded them is put away, for which nobody needs to wait.
        await using var grader = StandardGrader.For(library, sandbox);
        var batch = new GradingBatch(grader, library.IsLearners ? ProgressLog.Of(library) : null);
        verdicts.AddRange(await batch.GradeAsync(katas, library.AnswerPath, cancellation));
        var missed = katas.Where(kata => verdicts.All(verdict => verdict.Id != kata.Id)).ToList();
        if (asJson)
            verdicts.AddRange(missed.Select(kata => new Verdict { Id = kata.Id, Kata = kata, Outcome = Outcome.Trouble, Sentence = "The run was stopped before this answer was judged." }));
        verdicts.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        if (asJson)
            Console.WriteLine(VerdictJson.Write(verdicts));
        else
            Console.WriteLine(VerdictReport.Write(verdicts, namedOnes: catalog is null, Workplace.Ink));
        if (missed.Count == 0)
            return ExitCode.Of(verdicts);
        await Console.Error.WriteLineAsync($"Stopped: {missed.Count} of {katas.Count} answers {(missed.Count == 1 ? "was" : "were")} not judged.");
        return ExitCode.Stopped;
    }
}
