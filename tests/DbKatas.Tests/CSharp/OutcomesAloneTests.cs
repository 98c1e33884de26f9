using DbKatas.CSharp;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>Where only outcomes count, no check runs that could not change them any more.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OutcomesAloneTests
{
    private const string Checks = """
        using DbKatas.Checks;
        using NUnit.Framework;
        using Shouldly;
        public class Checks : PostgresChecks
        {
            [Test] public void Doubles_one() => new Numbers().Double(1).ShouldBe(2);
            [Test] public void Doubles_two() => new Numbers().Double(2).ShouldBe(4);
            [Test] public void Doubles_three() => new Numbers().Double(3).ShouldBe(6);
        }
        """;

    [TestCase("2 * number", true, Outcome.Right, 3, 0)]
    [TestCase("2 * number", false, Outcome.Right, 3, 0)]
    [TestCase("number == 1 ? 2 : 0", true, Outcome.NotYet, 1, 2)]
    [TestCase("number == 1 ? 2 : 0", false, Outcome.NotYet, 1, 1)]
    [TestCase("number == 3 ? 0 : 2 * number", false, Outcome.NotYet, 2, 1)]
    public async Task The_first_check_that_fails_is_the_last_that_runs(string body, bool explains, Outcome outcome, int passed, int failed)
    {
        var verdict = await JudgeAsync(body, explains);

        verdict.Outcome.ShouldBe(outcome);
        verdict.Checks!.Passed.ShouldBe(passed);
        verdict.Checks.Failed.Count.ShouldBe(failed);
    }

    [Test]
    public async Task An_end_before_any_check_has_failed_is_told_as_ever() =>
        (await JudgeAsync("number == 2 ? Stop() : 2 * number", explains: false)).Outcome.ShouldBe(Outcome.DidNotRun);

    private static async Task<Verdict> JudgeAsync(string body, bool explains)
    {
        using var library = new TinyLibrary().WithCodeKata(Checks, seconds: 20);
        var grader = new CodeKataGrader([new PostgresCheckEngine(TestServers.Postgres)], new SolutionFolders(library.Library.Solutions)) { Explains = explains };
        var path = library.Write("answers/Answer.cs", $$"""
            public class Numbers
            {
                public int Double(int number) => {{body}};

                private static int Stop()
                {
                    Environment.Exit(3);
                    return 0;
                }
            }
            """);
        var blank = new Verdict { Id = "", Kata = library.Catalog.Katas[0], AnswerPath = path, Outcome = Outcome.Trouble };
        return await grader.JudgeAsync(blank, library.Catalog.Katas[0], path, default);
    }
}
