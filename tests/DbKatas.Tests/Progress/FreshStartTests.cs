using DbKatas.Grader.Engines;
using DbKatas.Grader.Progress;
using DbKatas.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Progress;

public class FreshStartTests
{
    private const string Answer = "katas/sql/test/01-kata/answer.sql";

    private static async Task<TinyLibrary> CommittedAsync()
    {
        var library = new TinyLibrary().WithKata();
        await GitAsync(library, "init", "--quiet");
        await GitAsync(library, "add", ".");
        await GitAsync(library, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", "Katas");
        return library;
    }

    private static async Task GitAsync(TinyLibrary library, params string[] arguments) =>
        (await CommandRun.RunAsync(library.Root, [], "git", arguments)).ExitCode.ShouldBe(0);

    private static Task<string> ResetAsync(TinyLibrary library) => new FreshStart(library.Library).ResetAsync(library.Catalog.Katas[0], CancellationToken.None);

    [Test]
    public async Task Puts_the_stub_back_and_keeps_every_answer()
    {
        using var library = await CommittedAsync();
        library.Write(Answer, "select 1");
        var first = await ResetAsync(library);
        library.Write(Answer, "select 2");
        var second = await ResetAsync(library);

        File.ReadAllText(Path.Combine(library.Root, Answer)).ShouldBe("-- TODO: answer\n");
        first.ShouldEndWith("answer.sql is the stub again. Your answer is kept in " + Path.Combine(library.Root, ".dbkatas/kept/sql/test/01-kata/1-answer.sql"));
        File.ReadAllText(Path.Combine(library.Root, ".dbkatas/kept/sql/test/01-kata/1-answer.sql")).ShouldBe("select 1");
        second.ShouldEndWith("2-answer.sql");
        File.ReadAllText(Path.Combine(library.Root, ".dbkatas/kept/sql/test/01-kata/2-answer.sql")).ShouldBe("select 2");
    }

    [Test]
    public async Task Puts_the_stub_back_also_where_the_learner_commits_answers()
    {
        using var library = await CommittedAsync();
        library.Write(Answer, "select 1");
        await GitAsync(library, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "-am", "My answer");

        await ResetAsync(library);

        File.ReadAllText(Path.Combine(library.Root, Answer)).ShouldBe("-- TODO: answer\n");
    }

    [Test]
    public async Task Does_nothing_to_a_stub()
    {
        using var library = await CommittedAsync();

        (await ResetAsync(library)).ShouldEndWith("is the stub already; nothing was changed.");
        Directory.Exists(Path.Combine(library.Root, ".dbkatas")).ShouldBeFalse();
    }

    [Test]
    public async Task Leaves_the_answer_alone_where_there_is_no_stub_to_be_had()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write(Answer, "select 1");

        var trouble = await Should.ThrowAsync<TroubleException>(() => ResetAsync(library));

        trouble.Message.ShouldStartWith("The stub of sql/test/01-kata was not found: git says: fatal: not a git repository");
        trouble.Message.ShouldContain("Your answer is as it was.");
        File.ReadAllText(Path.Combine(library.Root, Answer)).ShouldBe("select 1");
    }

    [Test]
    public async Task Takes_the_stub_that_came_with_a_packed_library()
    {
        using var library = new TinyLibrary().WithKata();
        library.Write(Answer, "select 1");
        library.Write("stubs/sql/test/01-kata/answer.sql", "-- packed\n");

        await ResetAsync(library);

        File.ReadAllText(Path.Combine(library.Root, Answer)).ShouldBe("-- packed\n");
    }
}
