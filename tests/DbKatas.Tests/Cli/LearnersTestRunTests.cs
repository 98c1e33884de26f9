using System.Net;
using System.Net.Sockets;
using DbKatas.CSharp;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>The project behind a learner's `dotnet test`, run as a process.</summary>
public class LearnersTestRunTests
{
    private const string CodeKata = "redis/caching/01-cache-aside-with-ttl";

    private static readonly string Root = KataLibrary.Around(AppContext.BaseDirectory)!.Root;
    private static readonly int Katas = KataCatalog.Load(Path.Combine(Root, "katas")).Katas.Count;

    [Test]
    public async Task A_fresh_clone_is_green_with_everything_not_started()
    {
        using var untouched = new TemporaryFolder();

        var run = await RunAsync(untouched.Path);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain($"skipped: {Katas}");
    }

    [Test]
    public async Task Every_reference_answer_is_green()
    {
        var run = await RunAsync(Path.Combine(Root, "solutions"));

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain($"succeeded: {Katas}");
    }

    [Test]
    public async Task A_wrong_answer_is_red_with_the_learners_view_and_no_stack_trace()
    {
        using var answers = new TemporaryFolder();
        answers.Write("sql/joins/10-join-fan-out/answer.sql", await File.ReadAllTextAsync(Path.Combine(Root, "solutions/sql/joins/10-join-fan-out/wrong/double-join.sql")));

        var run = await RunAsync(answers.Path, "--filter", "TestCategory=joins");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("failed sql/joins/10-join-fan-out");
        run.Output.ShouldContain("not yet");
        run.Output.ShouldContain("Next: change ");
        run.Output.ShouldNotContain("   at ");
        run.Output.ShouldNotContain("\e[");
    }

    [Test]
    public async Task Csharp_answers_of_others_run_in_the_sandbox()
    {
        using var outside = new TcpListener(IPAddress.Loopback, 0);
        outside.Start();
        using var answers = new TemporaryFolder();
        answers.Write($"{CodeKata}/Answer.cs", await File.ReadAllTextAsync(Path.Combine(Root, "solutions", CodeKata, "Answer.cs")) + $$"""

            internal static class Outward
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Connect()
                {
                    try { new System.Net.Sockets.TcpClient("127.0.0.1", {{((IPEndPoint)outside.LocalEndpoint).Port}}); } catch (System.Exception) { }
                }
            }
            """);

        var run = await RunAsync(answers.Path, "--filter", $"Name={CodeKata}");

        run.Output.ShouldContain("succeeded: 1");
        outside.Pending().ShouldBe(await Sandbox.FindAsync(default) is null);
    }

    [Test]
    public async Task Where_there_is_no_sandbox_the_run_says_so_for_csharp_answers_alone()
    {
        using var answers = new TemporaryFolder();

        var without = await RunAsync(answers.Path, [("PATH", "/nowhere")], "--filter", "TestCategory=caching");
        answers.Write($"{CodeKata}/Answer.cs", await File.ReadAllTextAsync(Path.Combine(Root, "katas", CodeKata, "Answer.cs")));
        var with = await RunAsync(answers.Path, [("PATH", "/nowhere")], "--filter", "TestCategory=caching");

        without.Output.ShouldNotContain("sandbox");
        with.Output.ShouldContain("skipped csharp-answers-without-a-sandbox");
        with.Output.ShouldContain(Sandbox.Warning);
        with.ExitCode.ShouldBe(0);
    }

    private static Task<CommandRun> RunAsync(string answers, params string[] arguments) => RunAsync(answers, [], arguments);

    private static Task<CommandRun> RunAsync(string answers, (string, string)[] variables, params string[] arguments)
    {
        var program = Path.Combine(Root, "artifacts", "bin", "DbKatas.Grading", Configuration, "DbKatas.Grading.dll");
        return CommandRun.RunAsync(Root, [("DBKATAS_ANSWERS", answers), .. variables], "dotnet", [program, "--no-ansi", "--no-progress", .. arguments]);
    }

    private static string Configuration => AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "release" : "debug";
}
