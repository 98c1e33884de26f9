using DbKatas.Grader.Grading.Quizzes;

namespace DbKatas.Grader.Feedback;

/// <summary>A choice that was not the right one: the question, the choice, and what speaks against it.</summary>
internal static class QuizText
{
    public static string Write(QuizFinding finding, Ink ink)
    {
        var choice = finding.Question.Choices.First(choice => choice.Key == finding.Chosen);
        return $"""
            {ink.Mark("~")} {ink.Bold(finding.Question.Id)}: {ink.Bad(finding.Chosen)}
            {Block(finding.Question.Text)}
            {Block($"You chose: {choice.Value}")}
            {Block(finding.Reason)}
            """;
    }

    private static string Block(string text) => "  " + VerdictText.Wrap(text.Replace("\n", " ", StringComparison.Ordinal)).Replace("\n", "\n  ", StringComparison.Ordinal);
}
