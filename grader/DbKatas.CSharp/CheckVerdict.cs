using DbKatas.CSharp.Worker;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;

namespace DbKatas.CSharp;

/// <summary>Makes the verdict of what a run has told.</summary>
internal static class CheckVerdict
{
    private const int MostPrintedLines = 10;

    public static Verdict Of(Verdict blank, Kata kata, SourceFile answer, WorkerRun run)
    {
        if (run.End != WorkerEnd.Finished)
            return blank with
            {
                Outcome = Outcome.DidNotRun, Sentence = EarlyEndWords.Explain(run, kata.Limits.Seconds), Failure = null,
                Remarks = [.. Before(run), .. Printed(run)],
            };
        if (run.Results.Count == 0)
            throw new TroubleException($"The kata itself is at fault: {TextFile.Shown(Path.Combine(kata.Folder, KataFormat.CodeChecks))} holds no check that runs.");
        var failed = run.Results.Where(result => !result.Passed).Select(result => Failed(result, answer)).ToList();
        var report = new CheckReport(run.Results.Count - failed.Count, failed);
        return failed.Count == 0
            ? blank with { Outcome = Outcome.Right, Checks = report }
            : blank with { Outcome = Outcome.NotYet, Checks = report, Remarks = [.. Printed(run)] };
    }

    private static FailedCheck Failed(CheckResult result, SourceFile answer) =>
        new(result.Name, result.ExceptionType, result.Message, PlaceOf(result.Line, answer.Text));

    internal static TextPlace? PlaceOf(int line, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return line >= 1 && line <= lines.Length ? new TextPlace(line, 1, lines[line - 1]) : null;
    }

    private static IEnumerable<string> Before(WorkerRun run)
    {
        var passed = run.Results.Count(result => result.Passed);
        if (passed > 0)
            yield return passed == 1 ? "One check had passed before." : $"{passed} checks had passed before.";
    }

    /// <summary>What an answer prints while it is being written is its author's way of looking inside.</summary>
    private static IEnumerable<string> Printed(WorkerRun run)
    {
        var lines = run.Printed.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        if (lines is [""])
            yield break;
        var shown = lines.Take(MostPrintedLines).Select(line => "  " + Printable.Text(line.Length > 90 ? line[..90] + " …" : line));
        yield return string.Join('\n', ["Your answer printed:", .. shown, .. lines.Length > MostPrintedLines ? ["  …"] : Array.Empty<string>()]);
    }
}
