using System.Collections.Concurrent;
using DbKatas.Grader.Engines;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli;

/// <summary>One run over some katas, two at a time where there are two processors, with a progress bar where a person watches.</summary>
/// <param name="grader">Judges each.</param>
/// <param name="progress">Where right answers are remembered; null for answers that are not the learner's own.</param>
internal sealed class GradingBatch(Grader.Grading.Grader grader, ProgressLog? progress)
{
    /// <summary>So many need no progress bar.</summary>
    public const int Few = 3;

    private readonly ConcurrentBag<Verdict> _verdicts = [];

    /// <returns>The verdicts, in no particular order; when the run is stopped, those that it had come to.</returns>
    public async Task<IReadOnlyCollection<Verdict>> GradeAsync(IReadOnlyList<Kata> katas, Func<Kata, string> answerPath, CancellationToken cancellation)
    {
        try
        {
            // One alone waits for no other thread to begin.
            if (katas is [var only])
                await GradeOneAsync(only, answerPath, cancellation);
            else if (katas.Count <= Few)
                await GradeAllAsync(katas, answerPath, _ => { }, cancellation);
            else
                await LongWork.WatchedAsync("Grading", katas.Count, done => GradeAllAsync(katas, answerPath, done, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Who stops a long run wants to see how far it came.
        }
        return _verdicts;
    }

    private Task GradeAllAsync(IReadOnlyList<Kata> katas, Func<Kata, string> answerPath, Action<int> done, CancellationToken cancellation)
    {
        return Parallel.ForEachAsync(katas, AtOnce.Options(cancellation), async (kata, token) =>
        {
            await GradeOneAsync(kata, answerPath, token);
            done(1);
        });
    }

    private async Task GradeOneAsync(Kata kata, Func<Kata, string> answerPath, CancellationToken cancellation)
    {
        var verdict = await grader.GradeAsync(kata, answerPath(kata), cancellation);
        progress?.Record(verdict);
        _verdicts.Add(verdict);
    }
}
