using System.Text.Json;
using DbKatas.Grader.Katas;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>The `kata` command as a learner or a script meets it, in a small library of its own.</summary>
[Parallelizable(ParallelScope.Children)]
public class KataCommandTests
{
    private static TinyLibrary Library()
    {
        var library = new TinyLibrary().WithKata("sql/test/01-first").WithKata("sql/test/02-second", more: "\"order\": [\"id\"], \"hints\": [\"Look at t.\", \"Sort by id.\"]");
        library.Write("DbKatas.sln", "");
        return library;
    }

    [Test]
    public async Task Grades_all_and_prints_nothing_but_json()
    {
        using var library = Library();
        library.Write("katas/sql/test/01-first/answer.sql", "select id, name from t order by id");
        library.Write("katas/sql/test/03-faulty/kata.json", "{}");

        var run = await CommandRun.KataAsync(library.Root, "grade", "all", "--json");

        var verdicts = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        verdicts.Select(v => $"{v.GetProperty("id")} {v.GetProperty("outcome")}")
            .ShouldBe(["sql/test/01-first right", "sql/test/02-second not-started", "sql/test/03-faulty trouble"]);
        var first = verdicts[0];
        first.EnumerateObject().Select(p => p.Name).Take(7).ShouldBe(["id", "engines", "kind", "outcome", "gradedBy", "milliseconds", "feedback"]);
        first.GetProperty("engines")[0].GetString().ShouldBe("postgres");
        first.GetProperty("kind").GetString().ShouldBe("result");
        first.GetProperty("gradedBy").GetString()!.ShouldStartWith("PostgreSQL ");
        first.GetProperty("milliseconds").GetInt64().ShouldBeGreaterThan(0);
        first.GetProperty("feedback").GetString()!.ShouldContain("right");
        run.Errors.ShouldBeEmpty();
        run.ExitCode.ShouldBe(2);
    }

    [TestCase("select id, name from t order by id", 0, "right")]
    [TestCase("select id from t", 1, "not yet")]
    [TestCase("selec", 1, "did not run")]
    [TestCase("-- TODO", 0, "not started")]
    public async Task Ends_with_the_code_that_fits_the_outcome(string answer, int exitCode, string words)
    {
        using var library = Library();
        library.Write("katas/sql/test/01-first/answer.sql", answer);

        var run = await CommandRun.KataAsync(library.Root, "grade", "sql/test/01-first");

        run.ExitCode.ShouldBe(exitCode, run.Errors);
        run.Output.ShouldContain(words);
    }

    [Test]
    public async Task Grades_any_folder_of_answers_with_any_folder_of_katas()
    {
        using var library = Library();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("answers/sql/test/01-first/answer.sql", "select id, name from t order by id");

        var run = await CommandRun.KataAsync(elsewhere.Path, "grade", "01-first",
            "--katas", Path.Combine(library.Root, "katas"), "--solutions", Path.Combine(library.Root, "solutions"), "--answers", Path.Combine(elsewhere.Path, "answers"));

        run.Output.ShouldContain("right");
        run.ExitCode.ShouldBe(0, run.Errors);
    }

    [Test]
    public async Task Remembers_what_is_right_until_the_answer_changes()
    {
        using var library = Library();
        var answer = library.Write("katas/sql/test/01-first/answer.sql", "select id, name from t order by id");

        await CommandRun.KataAsync(library.Root, "grade", "all");
        var listed = await CommandRun.KataAsync(library.Root, "list");
        await File.AppendAllTextAsync(answer, "\n-- more");
        var changed = await CommandRun.KataAsync(library.Root, "list");

        listed.Output.ShouldContain("1 of 2 right");
        changed.Output.ShouldContain("0 of 2 right");
        Directory.EnumerateFiles(Path.Combine(library.Root, "katas"), "*", SearchOption.AllDirectories).Count().ShouldBe(8, "nothing is written among the katas");
    }

    [Test]
    public async Task Shows_one_more_hint_each_time()
    {
        using var library = Library();

        var first = await CommandRun.KataAsync(library.Root, "hint", "02-second");
        var second = await CommandRun.KataAsync(library.Root, "hint", "02-second");
        var third = await CommandRun.KataAsync(library.Root, "hint", "02-second");

        first.Output.ShouldBe("1 of 2  Look at t.\n\nStill stuck? ./kata hint sql/test/02-second shows the next one.\n");
        second.Output.ShouldStartWith("1 of 2  Look at t.\n2 of 2  Sort by id.\n\nThat was the last hint.");
        third.Output.ShouldBe(second.Output);
    }

    [Test]
    public async Task Shows_the_question_and_the_files()
    {
        using var library = Library();

        var run = await CommandRun.KataAsync(library.Root, "show", "sql/test/01-first");

        run.Output.ShouldStartWith("A kata\n");
        run.Output.ShouldContain("Your answer: katas/sql/test/01-first/answer.sql");
        run.ExitCode.ShouldBe(0);
    }

    [TestCase(new[] { "grade", "sql/test/01-frist" }, "No kata is called \"sql/test/01-frist\". Did you mean \"sql/test/01-first\"? See them all with: ./kata list\n")]
    [TestCase(new[] { "show", "test" }, "\"test\" fits 2 katas. Name one of them:\n  sql/test/01-first\n  sql/test/02-second\n")]
    [TestCase(new[] { "grade", "all", "--answers", "nowhere" }, "There is no folder HERE/nowhere. Name one that holds answers, in folders named by the katas' ids.\n")]
    public async Task Says_what_was_not_found(string[] arguments, string sentence)
    {
        using var library = Library();

        var run = await CommandRun.KataAsync(library.Root, arguments);

        run.Errors.Replace(library.Root, "HERE").ShouldBe(sentence);
        run.ExitCode.ShouldBe(2);
    }

    [Test, Platform(Exclude = "Win", Reason = "Windows keeps a folder that somebody is in.")]
    public async Task Says_that_the_current_folder_was_removed()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.RunAsync(folder.Path, [], "sh", ["-c", $"mkdir gone && cd gone && rmdir ../gone && exec dotnet '{Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll")}' list"]);

        run.ShouldBe(new CommandRun(2, "", "The folder that you are in is not there any more. Go to another, as by: cd ~\n"));
    }

    [Test]
    public async Task Says_that_the_connection_string_does_not_answer()
    {
        using var library = Library();
        library.Write("katas/sql/test/01-first/answer.sql", "select 1");

        var run = await CommandRun.RunAsync(library.Root, [("DBKATAS_POSTGRES", "Host=127.0.0.1;Port=one;Username=x")], "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "grade", "01-first"]);

        run.Output.ShouldContain("trouble (not your answer's fault)");
        run.Output.ShouldContain("DBKATAS_POSTGRES");
        run.ExitCode.ShouldBe(2);
    }

    [Test]
    public async Task Opens_a_database_until_it_is_interrupted()
    {
        using var library = Library();
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll"), "db", "01-first"])
        {
            WorkingDirectory = library.Root, RedirectStandardOutput = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        string? access = null;
        while (access is null && await process.StandardOutput.ReadLineAsync() is { } line)
            access = line.Contains("database tool", StringComparison.Ordinal) ? line.Split(':', 2)[1].Trim() : null;

        await using (var connection = new Npgsql.NpgsqlConnection(access + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var count = new Npgsql.NpgsqlCommand("select count(*) from t", connection);
            (await count.ExecuteScalarAsync()).ShouldBe(2L);
        }
        System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString()]).WaitForExit();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0);
        (await process.StandardOutput.ReadToEndAsync()).ShouldEndWith("Thrown away.\n");
    }

    [Test]
    public async Task The_demo_shows_a_wrong_and_a_right_answer_and_ends_well()
    {
        var root = KataLibrary.Around(AppContext.BaseDirectory)!.Root;

        var run = await CommandRun.KataAsync(root, "demo");

        run.ExitCode.ShouldBe(0, run.Errors);
        foreach (var kata in new[] { "sql/joins/10-join-fan-out", "mongodb/aggregation/02-group-totals", "redis/structures/06-expire-and-ttl" })
        {
            run.Output.ShouldContain($"A wrong answer to {kata}");
            run.Output.ShouldMatch($"(?m)^{kata}  .* not yet$");
            run.Output.ShouldContain($"The right one to {kata}");
            run.Output.ShouldMatch($"(?m)^{kata}  .* right$");
        }
    }
}
