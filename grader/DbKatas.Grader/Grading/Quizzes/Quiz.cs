namespace DbKatas.Grader.Grading.Quizzes;

/// <summary>The questions of a quiz, in the order in which they are asked.</summary>
public sealed record Quiz(IReadOnlyList<QuizQuestion> Questions);

/// <param name="Id">The key in answer.json.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Choices">Text by key, in the order in which they are offered; one of them is right.</param>
public sealed record QuizQuestion(string Id, string Text, IReadOnlyList<KeyValuePair<string, string>> Choices);

/// <summary>A question that was answered wrongly.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Chosen">The key of the choice.</param>
/// <param name="Reason">Why it is not that one.</param>
public sealed record QuizFinding(QuizQuestion Question, string Chosen, string Reason) : Finding;
