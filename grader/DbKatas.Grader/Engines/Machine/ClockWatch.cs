using System.Diagnostics;

namespace DbKatas.Grader.Engines.Machine;

/// <summary>
/// Tells whether somebody has set the machine's clock since this was made, or has put the machine to sleep. Servers reckon their deadlines and
/// when a key is gone by that clock, so what happened meanwhile says nothing of an answer.
/// </summary>
internal sealed class ClockWatch
{
    // A clock that is kept in step by the network runs a little faster or slower than the machine's own; it never jumps by so much.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _ahead = Ahead();

    public bool HasJumped => (Ahead() - _ahead).Duration() > Tolerance;

    /// <summary>How far the clock on the wall is ahead of the one that only runs.</summary>
    private static TimeSpan Ahead() => TimeSpan.FromTicks(DateTime.UtcNow.Ticks) - Stopwatch.GetElapsedTime(0);
}
