namespace DbKatas.Grader.Grading;

/// <summary>What became of an answer. Only <see cref="NotYet"/> and <see cref="DidNotRun"/> are for the learner to mend.</summary>
public enum Outcome
{
    /// <summary>Graded and right.</summary>
    Right,

    /// <summary>Ran, and gave something else than the question asks for.</summary>
    NotYet,

    /// <summary>Was refused by the database, or by the grader before that.</summary>
    DidNotRun,

    /// <summary>The machine or the kata is at fault; the answer was not judged.</summary>
    Trouble,

    /// <summary>The stub has not been touched.</summary>
    NotStarted,

    /// <summary>The kata needs a server, or a version of it, that this run does not have.</summary>
    NeedsServer,
}

public static class OutcomeNames
{
    /// <summary>As in JSON output: "right", "not-yet", "did-not-run", "trouble", "not-started", "needs-server".</summary>
    public static string Name(this Outcome outcome) => outcome switch
    {
        Outcome.Right => "right",
        Outcome.NotYet => "not-yet",
        Outcome.DidNotRun => "did-not-run",
        Outcome.Trouble => "trouble",
        Outcome.NotStarted => "not-started",
        Outcome.NeedsServer => "needs-server",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
