using DbKatas.CSharp.Worker;

namespace DbKatas.CSharp;

/// <summary>What became of one answer's run.</summary>
/// <param name="Results">The checks that ended, in order.</param>
/// <param name="Current">The check that was running at the end; null when none was.</param>
/// <param name="End">How the run ended.</param>
/// <param name="Crash">The exception that nobody caught; null when there was none.</param>
/// <param name="ExitCode">The process's, where it ended by itself.</param>
/// <param name="Errors">The beginning of what it wrote to standard error: the runtime's last words, or the answer's own.</param>
/// <param name="Printed">The beginning of what the answer printed.</param>
/// <param name="StoodStill">The time was over, and hardly anything had been done in it.</param>
internal sealed record WorkerRun(
    IReadOnlyList<CheckResult> Results, string? Current, WorkerEnd End, CheckResult? Crash, int ExitCode, string Errors, string Printed, bool StoodStill);

internal enum WorkerEnd
{
    /// <summary>All checks have ended.</summary>
    Finished,

    /// <summary>The time was over.</summary>
    TimedOut,

    /// <summary>It took more memory than it may.</summary>
    TooLarge,

    /// <summary>The process ended before its checks did.</summary>
    Ended,

    /// <summary>The process lives, and the connection to it is gone or makes no sense: the answer has been at it.</summary>
    Silenced,
}
