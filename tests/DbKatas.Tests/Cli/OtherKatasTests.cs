using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>Somebody else's katas, in a folder of any name and with the solutions anywhere: every command takes them.</summary>
[Parallelizable(ParallelScope.Children)]
public class OtherKatasTests
{
    private const string Id = "sql/test/01-kata";
    private const string Reference = "select id, name from t order by id";

    [TestCase("list", "0 of 1 right")]
    [TestCase("next", "Next in sql/test")]
    [TestCase("show 01-kata", "exercises/sql/test/01-kata/answer.sql")]
    [TestCase("hint 01-kata", "Look at t.")]
    [TestCase("grade all", "not started")]
    [TestCase("grade 01-kata --answers handed-in", "right")]
    [TestCase("reset 01-kata", "is the stub already")]
    [TestCase("verify 01-kata", "clean")]
    [TestCase("class grade class", "gradebook.csv")]
    [TestCase("pack --out students", "1 kata")]
    public async Task Every_command_takes_them(string command, string words)
    {
        using var folder = Library();

        var run = await CommandRun.KataAsync(folder.Path, [.. command.Split(' '), "--katas", "exercises", .. Solutions(command)]);

        run.Output.ShouldContain(words, customMessage: run.Errors);
        run.ExitCode.ShouldBe(0, run.Errors);
    }

    [TestCase("show 01-kata", "./kata grade sql/test/01-kata --katas exercises      stuck? ./kata hint sql/test/01-kata --katas exercises")]
    [TestCase("hint 01-kata", "step at a time: ./kata db sql/test/01-kata --katas exercises")]
    [TestCase("grade 01-kata --answers slips --solutions keys", "./kata hint sql/test/01-kata --katas exercises --solutions keys")]
    [TestCase("new sql/test/other --kind result --solutions keys", "./kata verify --watch sql/test/02-other --katas exercises --solutions keys")]
    public async Task What_to_type_next_names_them_again(string command, string next)
    {
        using var folder = Library();
        folder.Write($"slips/{Id}/answer.sql", "select id, name from t where name is not null order by id");

        var run = await CommandRun.KataAsync(folder.Path, [.. command.Split(' '), "--katas", "exercises"]);

        string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(next.Replace("      ", " ", StringComparison.Ordinal), customMessage: run.Errors);
    }

    [Test]
    public async Task The_environment_can_name_them_once_for_all_commands()
    {
        using var folder = Library();
        (string, string)[] variables = [("DBKATAS_KATAS", Path.Combine(folder.Path, "exercises")), ("DBKATAS_SOLUTIONS", Path.Combine(folder.Path, "keys"))];
        var program = Path.Combine(AppContext.BaseDirectory, "DbKatas.Cli.dll");

        var hint = await CommandRun.RunAsync(Repository.Folder, variables, "dotnet", [program, "hint", "01-kata"]);
        var graded = await CommandRun.RunAsync(Repository.Folder, variables, "dotnet", [program, "grade", "01-kata", "--answers", Path.Combine(folder.Path, "handed-in")]);

        hint.Output.ShouldContain("Look at t.", customMessage: hint.Errors);
        graded.Output.ShouldContain("right", customMessage: graded.Errors);
    }

    private static string[] Solutions(string command) =>
        command.Split(' ')[0] is "list" or "next" or "show" or "hint" or "reset" ? [] : ["--solutions", "keys"];

    private static TemporaryFolder Library()
    {
        var folder = new TemporaryFolder();
        folder.Write($"exercises/{Id}/kata.json", """{ "title": "A kata", "engines": ["postgres"], "kind": "result", "level": 1, "topics": ["test"], "order": ["id"], "hints": ["Look at t."] }""");
        folder.Write($"exercises/{Id}/prompt.md", "# A kata\n");
        folder.Write($"exercises/{Id}/schema.sql", "create table t (id int primary key, name text); insert into t values (2, 'Ben'), (1, 'Ann'), (3, null);");
        folder.Write($"exercises/{Id}/answer.sql", "-- TODO\n");
        folder.Write($"stubs/{Id}/answer.sql", "-- TODO\n");
        folder.Write($"keys/{Id}/answer.sql", Reference);
        folder.Write($"handed-in/{Id}/answer.sql", Reference);
        folder.Write("class/ann/01-kata.sql", Reference);
        return folder;
    }
}
