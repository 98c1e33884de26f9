using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli;

/// <summary>Answers to grade, and how to tell what became of them.</summary>
/// <param name="Library">Whose answers.</param>
/// <param name="Katas">To which katas.</param>
/// <param name="AsJson">True for a program that reads the verdicts.</param>
internal sealed record GradingJob(KataLibrary Library, IReadOnlyList<Kata> Katas, bool AsJson)
{
    /// <summary>Of katas that can't be graded.</summary>
    public IReadOnlyList<KataFault> Faults { get; init; } = [];

    /// <summary>True when nobody asked for these by name: then those that are not begun are only counted.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>Grades, remembers what is right, and prints the verdicts.</summary>
    /// <param name="grader">Judges.</param>
    /// <param name="cancellation">Ends the work; what was judged by then is printed.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> DoAsync(Grader.Grading.Grader grader, CancellationToken cancellation)
    {
        List<Verdict> verdicts = [.. Faults.GroupBy(fault => fault.Id).Select(Grader.Grading.Grader.Trouble)];
        var batch = new GradingBatch(grader, Library.IsLearners ? ProgressLog.Of(Library) : null);
        verdicts.AddRange(await batch.GradeAsync(Katas, Library.AnswerPath, cancellation));
        var missed = Katas.Where(kata => verdicts.All(verdict => verdict.Id != kata.Id)).ToList();
        if (AsJson)
            verdicts.AddRange(missed.Select(kata => new Verdict { Id = kata.Id, Kata = kata, Outcome = Outcome.Trouble, Sentence = "The run was stopped before this answer was judged." }));
        verdicts.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        Console.WriteLine(AsJson ? VerdictJson.Write(verdicts) : VerdictReport.Write(verdicts, namedOnes: !IsOfAll, Workplace.Ink));
        if (missed.Count == 0)
            return ExitCode.Of(verdicts);
        await Console.Error.WriteLineAsync($"Stopped: {missed.Count} of {Katas.Count} answers {(missed.Count == 1 ? "was" : "were")} not judged.");
        return ExitCode.Stopped;
    }
}
