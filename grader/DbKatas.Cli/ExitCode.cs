using DbKatas.Grader.Grading;

namespace DbKatas.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Nothing is wrong: every answer given is right.</summary>
    public const int Good = 0;

    /// <summary>At least one answer is not right yet.</summary>
    public const int NotYet = 1;

    /// <summary>The machine, a kata or the command line is at fault.</summary>
    public const int Trouble = 2;

    /// <summary>Somebody stopped it, as by Ctrl-C; what shells say of a program that SIGINT has ended.</summary>
    public const int Stopped = 130;

    public static int Of(IReadOnlyCollection<Verdict> verdicts) =>
        verdicts.Any(v => v.Outcome is Outcome.Trouble or Outcome.NeedsServer) ? Trouble
        : verdicts.Any(v => v.Outcome is Outcome.NotYet or Outcome.DidNotRun) ? NotYet
        : Good;
}
