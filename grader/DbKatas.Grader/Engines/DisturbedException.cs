namespace DbKatas.Grader.Engines;

/// <summary>
/// The server ran out of something that all answers share, or was lost, while others were at work on it: it may be another's doing. Whoever
/// judges tries again alone. Where nobody does, the message is one for a learner, as a <see cref="TroubleException"/>'s is.
/// </summary>
public sealed class DisturbedException(string message, Exception? inner = null) : Exception(message, inner);
