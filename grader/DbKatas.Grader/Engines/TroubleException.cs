namespace DbKatas.Grader.Engines;

/// <summary>
/// The machine or the kata is at fault, never the learner's answer. The message is shown to the learner as it is: one or two plain
/// sentences that say what happened and what mends it.
/// </summary>
public sealed class TroubleException : Exception
{
    public TroubleException(string message) : base(message) { }

    public TroubleException(string message, Exception inner) : base(message, inner) { }
}
