namespace DbKatas.Grader.Grading;

/// <summary>What a kata's own checks said of a C# answer.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">Those that did not, in the order in which they ran.</param>
public sealed record CheckReport(int Passed, IReadOnlyList<FailedCheck> Failed);

/// <summary>A check that an answer did not pass.</summary>
/// <param name="Name">The name of the check's method, with its arguments if it has any: "Finds_the_customer_by_name".</param>
/// <param name="ExceptionType">The full name of what was thrown: an assertion's own exception, or one that the answer let through.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="Place">The line of the answer that it came from or through; null when the answer had returned already.</param>
public sealed record FailedCheck(string Name, string ExceptionType, string Message, TextPlace? Place);
