using System.Text.Json;
using DbKatas.Grader.Katas;

namespace DbKatas.Grader.Grading.Quizzes;

/// <summary>Kind "quiz": one right choice for each question. The reason why a choice is wrong is told only to somebody who has chosen it.</summary>
/// <param name="solutions">The right choices and the reasons.</param>
public sealed class QuizGrader(ISolutions solutions) : IKataGrader
{
    public bool Judges(Kata kata) => kata.Kind == KataKind.Quiz;

    public Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string answerPath, CancellationToken cancellation) => JudgeAsync(blank, kata, TextFile.Read(answerPath));

    public async Task<byte[]> PackAsync(Kata kata, CancellationToken cancellation) => JsonSerializer.SerializeToUtf8Bytes(await KeyAsync(kata, QuizFiles.ReadQuiz(kata)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Verdict> JudgeAsync(Verdict blank, Kata kata, string text)
    {
        var quiz = QuizFiles.ReadQuiz(kata);
        var answer = QuizAnswer.Read(text, quiz);
        if (answer.Failure is { } failure)
            return blank with { Outcome = Outcome.DidNotRun, Failure = failure };
        if (answer.Chosen.Count == 0)
            return blank with { Outcome = Outcome.NotStarted, Sentence = NothingChosen(blank) };
        var (right, reasons) = await KeyAsync(kata, quiz);
        List<QuizFinding> wrong = [.. from question in quiz.Questions
            let chosen = answer.Chosen.GetValueOrDefault(question.Id)
            where chosen is not null && chosen != right[question.Id]
            select new QuizFinding(question, chosen, reasons[question.Id][chosen])];
        return wrong.Count == 0 && answer.Chosen.Count == quiz.Questions.Count
            ? blank with { Outcome = Outcome.Right }
            : blank with { Outcome = Outcome.NotYet, Sentence = Count(quiz, answer, wrong.Count), Findings = wrong };
    }

    private Task<QuizKey> KeyAsync(Kata kata, Quiz quiz) => solutions.ProvideAsync(kata, folder =>
    {
        var right = QuizFiles.ReadKey(Path.Combine(folder, kata.AnswerFile), quiz);
        return Task.FromResult(new QuizKey(right, QuizFiles.ReadReasons(Path.Combine(folder, KataFormat.Reasons), quiz, right)));
    }, bytes => JsonSerializer.Deserialize<QuizKey>(bytes)!);

    private static string NothingChosen(Verdict blank) =>
        $"In {TextFile.Shown(blank.AnswerPath!)} every question still stands at null. Write the name of your choice in place of each null and save.";

    private static string Count(Quiz quiz, QuizAnswer answer, int wrong)
    {
        var (all, chosen) = (quiz.Questions.Count, answer.Chosen.Count);
        var right = (chosen, chosen - wrong) switch
        {
            (1, var one) => one == 1 ? "Your choice is right." : "Your choice is not right.",
            (_, 0) => $"None of your {chosen} choices is right.",
            (_, var some) => $"{some} of your {chosen} choices {(some == 1 ? "is" : "are")} right.",
        };
        if (chosen == all)
            return right;
        var open = quiz.Questions.Where(question => !answer.Chosen.ContainsKey(question.Id)).Select(question => question.Id);
        return $"{chosen} of {all} questions {(chosen == 1 ? "is" : "are")} answered. Still open: {string.Join(", ", open)}.\n{right}";
    }

    /// <param name="Right">The right choice by question.</param>
    /// <param name="Reasons">By question and wrong choice, why it is wrong.</param>
    private sealed record QuizKey(IReadOnlyDictionary<string, string> Right, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Reasons);
}
