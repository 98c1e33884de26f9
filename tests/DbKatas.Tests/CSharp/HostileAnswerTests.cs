using DbKatas.CSharp;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.CSharp;

/// <summary>Answers that would take the grader with them: each is a verdict on that kata alone, in plain words.</summary>
public class HostileAnswerTests
{
    private const string Usings = "using System.Diagnostics; using System.Globalization; using System.Runtime.InteropServices;";

    private static IEnumerable<TestCaseData> Answers()
    {
        TestCaseData Case(string name, Outcome outcome, string body, string more = "") =>
            new TestCaseData(name, outcome, $"{Usings}\npublic class Numbers\n{{\n    public int Double(int number)\n    {{\n        {body}\n        return 2 * number;\n    }}\n    {more}\n}}")
                .SetArgDisplayNames(name);

        yield return Case("loops-for-ever", Outcome.DidNotRun, "while (number == 21) { }");
        yield return Case("waits-for-ever", Outcome.DidNotRun, "new TaskCompletionSource().Task.Wait();");
        yield return Case("exits", Outcome.DidNotRun, "Environment.Exit(0);");
        yield return Case("exits-before-the-checks", Outcome.DidNotRun, "", "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Begin() => Environment.Exit(3);");
        yield return Case("fails-fast", Outcome.DidNotRun, "Environment.FailFast(\"enough\");");
        yield return Case("overflows-the-stack", Outcome.DidNotRun, "return Double(number + 1) + 1;");
        yield return Case("async-void", Outcome.DidNotRun, "Task.Run(Later); Thread.Sleep(Timeout.Infinite);", "async void Later()\n    {\n        await Task.Yield();\n        throw new InvalidOperationException(\"too late\");\n    }");
        yield return Case("throws-on-a-thread", Outcome.DidNotRun, "var t = new Thread(() => throw new InvalidOperationException(\"alone\")); t.Start(); t.Join(); Thread.Sleep(Timeout.Infinite);");
        yield return Case("takes-all-memory", Outcome.NotYet, "var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);");
        yield return Case("takes-native-memory", Outcome.DidNotRun, "while (true) unsafe_fill(Marshal.AllocHGlobal(1 << 24));", "static void unsafe_fill(nint p) { for (var i = 0; i < 1 << 24; i += 4096) Marshal.WriteByte(p, i, 1); }");
        yield return Case("kills-itself", Outcome.DidNotRun, "Process.GetCurrentProcess().Kill(); Thread.Sleep(Timeout.Infinite);");
        yield return Case("closes-every-file", Outcome.DidNotRun, "for (var f = 0; f < 1000; f++) close(f); Thread.Sleep(Timeout.Infinite);", "[DllImport(\"libc\")] static extern int close(int file);");
        yield return Case("threads-without-end", Outcome.Right, "for (var i = 0; i < 200; i++) new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();");
        yield return Case("closes-the-output", Outcome.Right, "Console.OpenStandardOutput().Dispose(); Console.Out.Close(); Console.Error.Close();");
        yield return Case("prints-a-gigabyte", Outcome.Right, "var line = new string('x', 1 << 20); for (var i = 0; i < 1024; i++) Console.WriteLine(line);");
        yield return Case("writes-a-gigabyte", Outcome.Right, "using var raw = Console.OpenStandardOutput(); var block = new byte[1 << 20]; if (number > 0) for (var i = 0; i < 1024; i++) raw.Write(block);");
        yield return Case("prints-a-verdict", Outcome.NotYet, "Console.WriteLine(\"\\u0006\\0\\0\\0finished Doubles_a_number 1\\nright\"); return 1;");
        yield return Case("changes-the-culture", Outcome.NotYet, "CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\") { NumberFormat = { NumberDecimalSeparator = \",\", NegativeSign = \"minus \" } }; return -1;");
        yield return Case("hides-its-message", Outcome.NotYet, "throw new Hidden();", "class Hidden : Exception { public override string Message => throw new Hidden(); public override string StackTrace => throw new Hidden(); }");
        yield return Case("throws-a-megabyte", Outcome.NotYet, "throw new Exception(new string('x', 1 << 20));");
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Is_a_verdict_on_that_kata(string name, Outcome outcome, string answer)
    {
        // Two of them are stopped by the clock. The others must not be, on however busy a machine.
        using var library = new TinyLibrary().WithCodeKata(seconds: name.EndsWith("for-ever", StringComparison.Ordinal) ? 4 : 60);

        await CodeCase.ShouldSayAsync(library, name, outcome, answer);
    }

    [Test]
    public async Task Thousands_of_connections_leave_the_server_to_others()
    {
        const string checks = """
            using DbKatas.Checks;
            using NUnit.Framework;
            public class Checks : PostgresChecks { [Test] public void Doubles_a_number() => new Numbers().Double(Database.ConnectionString); }
            """;
        const string answer = """
            using Npgsql;
            public class Numbers
            {
                public void Double(string server)
                {
                    for (var i = 0; i < 5000; i++)
                        new NpgsqlConnection(server + ";Pooling=false").Open();
                }
            }
            """;
        using var library = new TinyLibrary().WithCodeKata(checks);
        library.Write("solutions/sql/test/01-kata/Answer.cs", "public class Numbers { public void Double(string server) { } }");

        var verdict = await CodeCase.JudgeAsync(library, answer);

        verdict.Outcome.ShouldBe(Outcome.NotYet);
        CodeCase.Words(verdict, library).ShouldContain("53300: too many connections");
    }

    [Test]
    public async Task A_compiler_that_finds_no_end_is_stopped()
    {
        // Each lambda is bound anew for every overload of the one around it.
        var nested = string.Concat(Enumerable.Range(0, 14).Select(i => $"M(x{i} => ")) + "x0.ToString()" + new string(')', 14);
        var answer = $"class Numbers {{ static int M(Func<string, int> f) => 1; static int M(Func<int, int> f) => 1; static int M(Func<object, string> f) => 1; int Double(int n) => {nested}; }}";
        using var library = new TinyLibrary().WithCodeKata();
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", answer);
        var grader = new CodeKataGrader([new PostgresCheckEngine(TestServers.Postgres)], new SolutionFolders(library.Library.Solutions)) { LongestCompile = TimeSpan.FromSeconds(2) };

        var verdict = await new Grader.Grading.Grader([grader]).GradeAsync(library.Catalog.Katas[0], path);

        verdict.Outcome.ShouldBe(Outcome.DidNotRun);
        verdict.Sentence.ShouldBe("Your answer did not run: the compiler was still busy with it after 2 s. Deeply nested lambdas or generics can do that; write them in smaller steps.");
    }

    [TestCase("(", ")"), TestCase("!", ""), TestCase("n?", ":n"), TestCase("new A<", ">()"), TestCase("()=>{", "}"), TestCase("n+", "")]
    public async Task Depth_without_end_ends_no_grader(string open, string close)
    {
        using var library = new TinyLibrary().WithCodeKata();
        var levels = 60_000 / (open.Length + close.Length);
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", "class Numbers { int Double(int n) => " +
            string.Concat(Enumerable.Repeat(open, levels)) + "n" + string.Concat(Enumerable.Repeat(close, levels)) + "; }");
        var grader = new CodeKataGrader([new PostgresCheckEngine(TestServers.Postgres)], new SolutionFolders(library.Library.Solutions)) { LongestCompile = TimeSpan.FromSeconds(2) };

        var verdict = await new Grader.Grading.Grader([grader]).GradeAsync(library.Catalog.Katas[0], path);

        verdict.Outcome.ShouldBe(Outcome.DidNotRun);
    }

    [Test]
    public async Task Does_not_see_the_solutions_nor_the_graders_environment()
    {
        using var library = new TinyLibrary().WithCodeKata();
        var secret = Path.Combine(library.Root, "solutions/sql/test/01-kata/Answer.cs");
        Environment.SetEnvironmentVariable("DBKATAS_TEST_SECRET", "Password=admin");

        var verdict = await CodeCase.JudgeAsync(library, $$"""
            public class Numbers
            {
                public int Double(int number)
                {
                    if (Environment.GetEnvironmentVariable("DBKATAS_TEST_SECRET") is not null) throw new Exception("environment seen");
                    throw new Exception(File.ReadAllText("{{secret}}"));
                }
            }
            """);

        // Where the system has no way to close files off, this is how far an answer sees: the test says so.
        verdict.Checks!.Failed[0].Message.ShouldContain(ClosedRoom.IsClosed ? $"Access to the path '{secret}' is denied." : "public class Numbers");
        verdict.Checks.Failed[0].Message.ShouldNotContain("environment seen");
    }

    [Test]
    public async Task Takes_the_programs_that_it_started_with_it()
    {
        using var library = new TinyLibrary().WithCodeKata();

        var verdict = await CodeCase.JudgeAsync(library, """
            public class Numbers
            {
                public int Double(int number) => throw new Exception("child " + System.Diagnostics.Process.Start("/bin/sleep", "600").Id);
            }
            """);

        verdict.Outcome.ShouldBe(Outcome.NotYet);
        foreach (var failed in verdict.Checks!.Failed)
            IsRunning(failed.Message["child ".Length..]).ShouldBeFalse();
    }

    /// <summary>An ended program that nobody has asked about yet is still listed, as a zombie.</summary>
    private static bool IsRunning(string process) =>
        File.Exists($"/proc/{process}/stat") && File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Trim()[0] is not ('Z' or 'X');

    [Test]
    public async Task Can_not_end_other_programs()
    {
        using var other = System.Diagnostics.Process.Start("/bin/sleep", "600");
        try
        {
            using var library = new TinyLibrary().WithCodeKata();

            await CodeCase.JudgeAsync(library, $$"""
                public class Numbers
                {
                    public int Double(int number)
                    {
                        System.Diagnostics.Process.GetProcessById({{other.Id}}).Kill();
                        return 2 * number;
                    }
                }
                """);

            // Since Landlock's version 6; elsewhere an answer may end what the grader's user may end.
            other.WaitForExit(Landlock.Version >= 6 ? 500 : 5_000).ShouldBe(Landlock.Version < 6);
        }
        finally
        {
            other.Kill();
        }
    }

    [Test]
    public async Task Leaves_no_process_and_no_folder_behind()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "dbkatas-answer-*").Length;
        using var library = new TinyLibrary().WithCodeKata(seconds: 2);

        await CodeCase.JudgeAsync(library, "public class Numbers { public int Double(int number) { while (true) { } } }");

        Directory.GetDirectories(Path.GetTempPath(), "dbkatas-answer-*").Length.ShouldBe(before);
    }
}
