using DbKatas.Tests.Feedback;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>`kata new` as an author meets it.</summary>
public class NewCommandTests
{
    private TinyLibrary _library = null!;

    [SetUp]
    public void Begin() => _library = new TinyLibrary();

    [TearDown]
    public void End() => _library.Dispose();

    [TestCase("sql/joins/late-payers", "result")]
    [TestCase("mongodb/crud/late-payers", "state")]
    public async Task The_command_says_what_it_made_and_what_comes_next(string place, string kind)
    {
        _library.Write("DbKatas.sln", "");
        _library.Write("katas/sql/joins/README.md", "# Joins\n");

        var run = await CommandRun.KataAsync(_library.Root, "new", place, "--kind", kind);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldBeApprovedAs($"Cli/approved/new-{kind}");
    }

    [Test]
    public async Task The_command_ends_with_2_when_it_can_not_be_made()
    {
        _library.WithKata("sql/joins/06-anti-join").Write("DbKatas.sln", "");

        var run = await CommandRun.KataAsync(_library.Root, "new", "sql/joins/anti-join", "--kind", "result");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Errors.ShouldContain("sql/joins/06-anti-join is there already.");
    }
}
