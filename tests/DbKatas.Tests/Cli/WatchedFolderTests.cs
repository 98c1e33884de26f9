using DbKatas.Cli.Watching;
using DbKatas.Grader.Grading;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>Folders that are renamed or deleted under a session that watches them.</summary>
internal sealed class WatchedFolderTests : WatchSessionFixture
{
    [Test]
    public async Task Goes_along_with_a_kata_whose_folder_is_renamed()
    {
        await Screen.NextAsync();
        using var changes = new AnswerChanges(Library.Library.Answers, Events.Writer);
        Library.Write($"katas/{First}/answer.sql", "select id from t");
        await Screen.NextAsync();
        foreach (var folder in new[] { "katas", "solutions" })
            Directory.Move(Path.Combine(Library.Root, folder, First), Path.Combine(Library.Root, folder, "sql/test/03-renamed"));
        (await Screen.NextAsync()).ShouldContain("sql/test/03-renamed  ·  level 1 of 5");
        // Whatever is pressed then, the session goes on.
        foreach (var key in "hcpreo")
        {
            Press(key);
            await Screen.NextAsync();
        }
        Library.Write("katas/sql/test/03-renamed/answer.sql", Right);

        var page = await Screen.NextAsync();

        page.ShouldStartWith("sql/test/03-renamed  A kata");
        page.ShouldContain("right");
        Directory.Exists(Path.Combine(Library.Library.Katas, First)).ShouldBeFalse();
    }

    [Test]
    public async Task A_kata_that_is_renamed_while_it_is_graded_ends_nothing()
    {
        await Screen.NextAsync();
        using var changes = new AnswerChanges(Library.Library.Answers, Events.Writer);
        Library.Write($"katas/{First}/answer.sql", "select id, name, pg_sleep(0.5)::text from t");
        Directory.Move(Path.Combine(Library.Library.Katas, First), Path.Combine(Library.Library.Katas, "sql/test/03-renamed"));
        (await Screen.NextAsync()).ShouldContain("sql/test/03-renamed  ·  level 1 of 5");
        Save("sql/test/02-second", Right);

        (await Screen.NextAsync()).ShouldStartWith("sql/test/02-second  A kata");
    }

    [Test]
    public async Task A_verdict_on_an_answer_that_went_away_meanwhile_is_not_shown()
    {
        await Screen.NextAsync();
        var path = Path.Combine(Library.Library.Katas, First, "answer.sql");
        File.Delete(path);
        Events.Writer.TryWrite(new WatchEvent.Graded(new Verdict { Id = First, Outcome = Outcome.NotStarted, AnswerPath = path, Sentence = "There is no such file." }));
        Press('h');

        (await Screen.NextAsync()).ShouldContain("Look at t.");
    }

    [Test]
    public async Task A_kata_that_is_deleted_gives_way_to_the_next()
    {
        await Screen.NextAsync();
        Directory.Delete(Path.Combine(Library.Library.Katas, First), recursive: true);
        Press('o');
        var deleted = await Screen.NextAsync();
        Press('n');

        deleted.ShouldContain("prompt.md is missing.");
        (await Screen.NextAsync()).ShouldContain("sql/test/02-second  ·  level 1 of 5");
    }
}
