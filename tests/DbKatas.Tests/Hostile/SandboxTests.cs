using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DbKatas.CSharp;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Tests.Cli;
using DbKatas.Tests.Engines.Postgres;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Hostile;

/// <summary>
/// C# answers of other people, for each way to make sandboxes. Where one does not work on this machine, each case says how far an answer gets
/// without.
/// </summary>
[TestFixture(typeof(Bubblewrap))]
[TestFixture(typeof(Namespaces))]
[Parallelizable(ParallelScope.Self)]
internal sealed class SandboxTests<TTool> where TTool : ISandboxTool, new()
{
    private Sandbox? _sandbox;

    [OneTimeSetUp]
    public async Task FindOneAsync() => _sandbox = await Sandbox.FindAsync(new TTool(), default);

    [Test]
    public async Task Without_a_program_that_works_there_is_none_and_the_words_say_what_to_do()
    {
        (await Sandbox.FindAsync(new Tool("/nowhere/bwrap"), default)).ShouldBeNull();
        (await Sandbox.FindAsync(new Tool("/bin/false"), default)).ShouldBeNull();

        Sandbox.Warning.ShouldStartWith("There is no sandbox on this machine, so C# answers run with your rights: they can reach the network");
        Sandbox.Warning.ShouldEndWith("in a container.");
    }

    [Test]
    public async Task Whoever_grades_code_of_others_without_one_is_told_before()
    {
        using var library = new TinyLibrary().WithCodeKata();
        library.Write("DbKatas.sln", "");
        library.Write("others/sql/test/01-kata/Answer.cs", await File.ReadAllTextAsync(Path.Combine(library.Root, "katas/sql/test/01-kata/Answer.cs")));
        string[] command = [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", "01-kata"];

        var others = await CommandRun.RunAsync(library.Root, [("PATH", "/nowhere")], "dotnet", [.. command, "--answers", "others"]);
        var own = await CommandRun.RunAsync(library.Root, [("PATH", "/nowhere")], "dotnet", command);

        others.Errors.ShouldBe(Sandbox.Warning + "\n");
        own.Errors.ShouldBeEmpty();
        others.Output.ShouldContain("not started");
    }

    [Test]
    public async Task A_right_answer_is_right_inside()
    {
        using var library = new TinyLibrary().WithCodeKata();

        (await JudgeAsync(library, "return 2 * number;")).Outcome.ShouldBe(Outcome.Right);
    }

    [Test]
    public async Task The_database_of_the_checks_is_in_reach()
    {
        const string checks = """
            using DbKatas.Checks;
            using NUnit.Framework;
            using Shouldly;
            public class Checks : PostgresChecks
            {
                [Test] public void Counts() => new Numbers().Count(Database.ConnectionString).ShouldBe(2);
                [Test] public void Counts_again() => new Numbers().Count(Database.ConnectionString).ShouldBe(2);
            }
            """;
        const string answer = """
            using Npgsql;
            public class Numbers
            {
                public long Count(string server)
                {
                    using var connection = new NpgsqlConnection(server);
                    connection.Open();
                    using var count = new NpgsqlCommand("select count(*) from t", connection);
                    return (long)count.ExecuteScalar()!;
                }
            }
            """;
        using var library = new TinyLibrary().WithCodeKata(checks);
        library.Write("solutions/sql/test/01-kata/Answer.cs", answer);

        var verdict = await JudgeFileAsync(library, answer);

        verdict.Outcome.ShouldBe(Outcome.Right, VerdictText.Write(verdict, Ink.Plain));
    }

    [Test]
    public async Task Nothing_else_of_the_network_is_in_reach()
    {
        using var outside = new TcpListener(IPAddress.Loopback, 0);
        outside.Start();
        using var library = new TinyLibrary().WithCodeKata();

        var verdict = await JudgeAsync(library, $"new System.Net.Sockets.TcpClient(\"127.0.0.1\", {((IPEndPoint)outside.LocalEndpoint).Port}); return 2 * number;");

        verdict.Outcome.ShouldBe(_sandbox is null ? Outcome.Right : Outcome.NotYet);
        outside.Pending().ShouldBe(_sandbox is null);
    }

    [Test]
    public async Task Neither_home_folders_nor_other_processes_are_there()
    {
        using var library = new TinyLibrary().WithCodeKata();

        var verdict = await JudgeAsync(library, """
            var seen = new[] { "/root", "/home", "/var", "/etc/shadow" }.Where(path => File.Exists(path) || Directory.Exists(path) && Directory.GetFileSystemEntries(path).Any(entry => entry != "/home/answer"));
                    throw new Exception($"{string.Join(" ", seen)}; {Directory.GetDirectories("/proc").Count(process => char.IsDigit(Path.GetFileName(process)[0])) < 5}");
            """);

        var message = verdict.Checks!.Failed[0].Message;
        if (_sandbox is not null)
            message.ShouldBe("; True");
        else
            message.ShouldNotBe("; True");
    }

    [Test]
    public async Task The_disk_can_not_be_filled()
    {
        using var library = new TinyLibrary().WithCodeKata(seconds: 60);
        var most = _sandbox is null ? 1 : 1024;

        var verdict = await JudgeAsync(library, $"var block = new byte[1 << 20]; using var file = File.Create(\"large\"); for (var i = 0; i < {most}; i++) file.Write(block); return 2 * number;");

        verdict.Outcome.ShouldBe(_sandbox is null ? Outcome.Right : Outcome.NotYet);
        if (_sandbox is not null)
            verdict.Checks!.Failed[0].Message.ShouldContain("No space left on device");
    }

    [Test]
    public async Task What_never_ends_is_ended_with_all_that_it_started()
    {
        var mark = $"7{Environment.ProcessId}.5";
        using var library = new TinyLibrary().WithCodeKata(seconds: 1);

        var verdict = await JudgeAsync(library, $"System.Diagnostics.Process.Start(\"/bin/sleep\", \"{mark}\"); while (true) {{ }}");

        verdict.Outcome.ShouldBe(Outcome.DidNotRun);
        verdict.Sentence.ShouldNotBeNull().ShouldContain("after 1 s, and was stopped");
        await RunningProcesses.NoneNamingAsync(mark);
    }

    [Test]
    public void A_program_inside_outlives_the_thread_that_started_it()
    {
        if (_sandbox is not { } sandbox)
            return;
        using var folder = new TemporaryFolder();
        var over = new TaskCompletionSource();
        Process echo = null!;
        var thread = new Thread(() => echo = sandbox.Start(new ProcessStartInfo("/bin/cat") { RedirectStandardInput = true, RedirectStandardOutput = true }, folder.Path, [], over.Task));
        thread.Start();
        thread.Join();

        // The thread's end reaches the kernel, and what it would do to the program, in the midst of this.
        for (var i = 0; i < 2_000; i++)
        {
            echo.StandardInput.WriteLine(i);
            echo.StandardOutput.ReadLine().ShouldBe($"{i}");
        }

        echo.StandardInput.Close();
        echo.WaitForExit();
        over.SetResult();
    }

    private Task<Verdict> JudgeAsync(TinyLibrary library, string body) =>
        JudgeFileAsync(library, $"public class Numbers\n{{\n    public int Double(int number)\n    {{\n        {body}\n    }}\n}}");

    private async Task<Verdict> JudgeFileAsync(TinyLibrary library, string answer)
    {
        var path = library.Write("katas/sql/test/01-kata/Answer.cs", answer);
        var grader = new CodeKataGrader([new PostgresCheckEngine(TestServers.Postgres)], new SolutionFolders(library.Library.Solutions)) { Sandbox = _sandbox };
        return await new Grader.Grading.Grader([grader]).GradeAsync(library.Catalog.Katas[0], path);
    }

    private sealed class Tool(string program) : ISandboxTool
    {
        public IEnumerable<string> Command(SandboxView view, IEnumerable<string> inside) => [program, .. inside];
    }
}
