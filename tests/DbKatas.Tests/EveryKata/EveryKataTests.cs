using System.Text.Json;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Grading.Quizzes;
using DbKatas.Grader.Katas;
using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.EveryKata;

/// <summary>Keeps every kata of the library honest: its folders and its words. Its judgements are <see cref="VerifyTests"/>'.</summary>
[Parallelizable(ParallelScope.Children)]
public class EveryKataTests
{
    private static readonly KataLibrary Library = KataLibrary.Around(AppContext.BaseDirectory)!;
    private static readonly KataCatalog Catalog = KataCatalog.Load(Library.Katas);

    [Test]
    public void No_folder_has_a_fault() => Catalog.Faults.ShouldBeEmpty();

    [TestCaseSource(nameof(Wrong))]
    public async Task Every_wrong_answer_is_rejected_in_approved_words(Kata kata, string answer)
    {
        var path = Path.Combine(Solution(kata), "wrong", answer);
        TextFile.Read(path).ShouldContain("mistake: ");

        var verdict = await JudgedOnce.By(Library).GradeAsync(kata, path);

        var words = VerdictText.Write(verdict with { AnswerPath = null }, Ink.Plain);
        verdict.Outcome.ShouldBeOneOf([Outcome.NotYet, Outcome.DidNotRun], words);
        words.ShouldBeApprovedAs($"EveryKata/approved/{kata.Id}/{Path.GetFileNameWithoutExtension(answer)}");
    }

    [TestCaseSource(nameof(Katas))]
    public void The_folders_hold_what_a_kata_needs_and_nothing_else(Kata kata)
    {
        var format = KataFormat.Of(kata.Engines is [var engine, ..] ? engine : null, kata.Kind)!;
        // In a quiz there is one right answer, and every wrong one is tried below.
        var hasExamples = kata.Kind != KataKind.Quiz;
        string[] examples = hasExamples ? ["also-right", "wrong"] : [];
        Names(kata.Folder).Except(format.Optional).ShouldBe([kata.AnswerFile, KataFiles.Metadata, KataFiles.Prompt, .. format.Required], ignoreOrder: true);
        Names(Solution(kata)).Except(format.MoreInSolutions).ShouldBe([.. examples, kata.AnswerFile, "why.md", .. format.NeededInSolutions], ignoreOrder: true);
        Names(Path.Combine(Solution(kata), "also-right")).Count.ShouldBeGreaterThanOrEqualTo(hasExamples ? 3 : 0);
        Names(Path.Combine(Solution(kata), "wrong")).Count.ShouldBeGreaterThanOrEqualTo(hasExamples ? 4 : 0);
        kata.Hints.Count.ShouldBe(3);
        TextFile.Read(kata.PromptPath).ShouldStartWith($"# {kata.Title}");
    }

    [TestCaseSource(nameof(Quizzes))]
    public async Task Every_wrong_choice_is_rejected_with_its_reason_in_approved_words(Kata kata)
    {
        using var folder = new TemporaryFolder();
        var quiz = QuizFiles.ReadQuiz(kata);
        var right = QuizFiles.ReadKey(Path.Combine(Solution(kata), kata.AnswerFile), quiz);
        var words = new List<string>();
        foreach (var question in quiz.Questions)
            foreach (var choice in question.Choices.Where(choice => choice.Key != right[question.Id]))
            {
                var chosen = new Dictionary<string, string>(right) { [question.Id] = choice.Key };
                var verdict = await TestServers.Grader(Library.Solutions).GradeAsync(kata, folder.Write("answer.json", JsonSerializer.Serialize(chosen)));
                verdict.Outcome.ShouldBe(Outcome.NotYet);
                words.Add(VerdictText.Write(verdict with { AnswerPath = null }, Ink.Plain));
            }
        string.Join("\n\n", words).ShouldBeApprovedAs($"EveryKata/approved/{kata.Id}/wrong-choices");
    }

    [Test]
    public void Every_solution_belongs_to_a_kata()
    {
        var answers = Directory.EnumerateFiles(Library.Solutions, "why.md", SearchOption.AllDirectories);
        var ids = answers.Select(file => Path.GetRelativePath(Library.Solutions, Path.GetDirectoryName(file)!).Replace('\\', '/'));
        ids.ShouldBe(Catalog.Katas.Select(kata => kata.Id), ignoreOrder: true);
    }

    private static IEnumerable<TestCaseData> Katas() => Catalog.Katas.Select(kata => new TestCaseData(kata).SetArgDisplayNames(kata.Id));

    private static IEnumerable<TestCaseData> Quizzes() =>
        Catalog.Katas.Where(kata => kata.Kind == KataKind.Quiz).Select(kata => new TestCaseData(kata).SetArgDisplayNames(kata.Id));

    private static IEnumerable<TestCaseData> Wrong() =>
        from kata in Catalog.Katas
        from answer in Names(Path.Combine(Solution(kata), "wrong"))
        select new TestCaseData(kata, answer).SetArgDisplayNames(kata.Id, answer);

    private static string Solution(Kata kata) => Path.Combine(Library.Solutions, kata.Id);

    private static List<string> Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)] : [];
}
