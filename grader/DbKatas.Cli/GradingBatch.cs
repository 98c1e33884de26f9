using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;
using Spectre.Console;

namespace DbKatas.Cli;

/// <summary>Grades many katas, two at a time, with a progress bar where a person watches.</summary>
/// <param name="grader">Judges each.</param>
/// <param name="progress">Where right answers are remembered; null for answers that are not the learner's own.</param>
internal sealed class GradingBatch(Grader.Grading.Grader grader, ProgressLog? progress)
{
    private const int Few = 3;

    /// <returns>The verdicts, in no particular order; when the run is stopped, those that it had come to.</returns>
    public async Task<IReadOnlyCollection<Verdict>> GradeAsync(IReadOnlyList<Kata> katas, Func<Kata, string> answerPath, CancellationToken cancellation)
    {
        if (katas.Count <= Few || Console.IsErrorRedirected)
            return await GradeAsync(katas, answerPath, _ => { }, cancellation);
        // The bar goes to standard error: standard output holds the verdicts alone.
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await screen.Progress().AutoClear(true).StartAsync(async bars =>
        {
            var bar = bars.AddTask("Grading", maxValue: katas.Count);
            return await GradeAsync(katas, answerPath, _ => bar.Increment(1), cancellation);
        });
    }

    private async Task<IReadOnlyCollection<Verdict>> GradeAsync(
        IReadOnlyList<Kata> katas, Func<Kata, string> answerPath, Action<Verdict> done, CancellationToken cancellation)
    {
        var verdicts = new System.Collections.Concurrent.ConcurrentBag<Verdict>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        async ValueTask GradeOneAsync(Kata kata, CancellationToken token)
        {
            var verdict = await grader.GradeAsync(kata, answerPath(kata), token);
            progress?.Record(verdict);
            verdicts.Add(verdict);
            done(verdict);
        }
        try
        {
            // One alone waits for no other thread to begin.
            if (katas is [var only])
                await GradeOneAsync(only, cancellation);
            else
                await Parallel.ForEachAsync(katas, options, GradeOneAsync);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Who stops a long run wants to see how far it came.
        }
        return verdicts;
    }
}
