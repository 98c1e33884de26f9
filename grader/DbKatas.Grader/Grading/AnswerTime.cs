using System.Diagnostics;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading;

/// <summary>
/// The time that one answer takes on all datasets together. Each has the kata's limit; without a limit on their sum an answer that always stays
/// just within it would keep a class waiting for minutes.
/// </summary>
internal sealed class AnswerTime(KataLimits limits)
{
    private const int Times = 6;

    private readonly Stopwatch _clock = new();

    /// <summary>For all datasets together.</summary>
    public int Seconds => limits.Seconds * Times;

    public bool IsOver => _clock.Elapsed.TotalSeconds >= Seconds;

    /// <summary>Runs an answer on one dataset.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> run)
    {
        _clock.Start();
        try
        {
            return await run();
        }
        finally
        {
            _clock.Stop();
        }
    }
}
