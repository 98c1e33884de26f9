namespace DbKatas.Grader.Comparing;

/// <summary>
/// The kata's rules cannot be applied to its own expected result: the kata is at fault, never the answer. The message says what to mend
/// in plain words; callers report it as trouble.
/// </summary>
public sealed class RulesException(string message) : InvalidOperationException(message);
