using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Feedback;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>A tiny kata of kind code, an answer, the outcome and every word that the learner reads.</summary>
internal static class CodeCase
{
    public static async Task<Verdict> JudgeAsync(TinyLibrary library, string answer)
    {
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", answer);
        return await TestServers.Grader(library.Library.Solutions).GradeAsync(library.Catalog.Katas[0], path);
    }

    public static async Task ShouldSayAsync(TinyLibrary library, string name, Outcome outcome, string answer)
    {
        var verdict = await JudgeAsync(library, answer);

        verdict.Outcome.ShouldBe(outcome, VerdictText.Write(verdict, Ink.Plain));
        Words(verdict, library).ShouldBeApprovedAs($"CSharp/approved/{name}");
    }

    public static string Words(Verdict verdict, TinyLibrary library) =>
        VerdictText.Write(verdict with { Sentence = verdict.Sentence?.Replace(library.Root, "HERE"), AnswerPath = null }, Ink.Plain).Replace(library.Root, "HERE");
}
