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

    private long _ticks;

    /// <summary>For all datasets together.</summary>
    public int Seconds => limits.Seconds * Times;

    public bool IsOver => Taken.TotalSeconds >= Seconds;

    /// <summary>Longer than one dataset may take: most answers are done with all of them before.</summary>
    public bool IsLong => Taken.TotalSeconds >= limits.Seconds;

    private TimeSpan Taken => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    /// <summary>Runs an answer on one dataset. What runs beside each other adds up.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> run)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await run();
        }
        finally
        {
            Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - start);
        }
    }
}
