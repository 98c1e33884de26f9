using DbKatas.Cli.Watching;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>What a learner sees who saves and presses keys.</summary>
internal sealed class WatchSessionTests : WatchSessionFixture
{
    [Test]
    public async Task Begins_with_the_question_of_the_next_kata()
    {
        var page = await Screen.NextAsync();

        page.ShouldStartWith("# A kata\n\nsql/test/01-first  ·  level 1 of 5\nSave your answer, and it is graded: ");
        page.ShouldEndWith("q quit   o verdict   e edit   h hint   p plan   r reset   n next kata");
    }

    [Test]
    public async Task Grades_what_is_saved_and_goes_on_when_it_is_right()
    {
        await Screen.NextAsync();
        Save(First, "select id from t");
        (await Screen.NextAsync()).ShouldContain("not yet\n");
        Save(First, Right);
        var right = await Screen.NextAsync();
        Press('\n');
        var next = await Screen.NextAsync();

        right.ShouldContain("right\n\nNext: sql/test/02-second  A kata  (press n)");
        next.ShouldContain("sql/test/02-second  ·  level 1 of 5");
    }

    [Test]
    public async Task Grades_the_same_content_once()
    {
        await Screen.NextAsync();
        Save(First, "select id from t");
        await Screen.NextAsync();
        Save(First, "select id from t");
        Save(First, "");
        Press('h');

        (await Screen.NextAsync()).ShouldContain("1 of 2  Look at t.");
    }

    [Test]
    public async Task Turns_to_the_kata_whose_answer_is_saved()
    {
        await Screen.NextAsync();
        Save("sql/test/02-second", Right);

        (await Screen.NextAsync()).ShouldStartWith("sql/test/02-second  A kata");
    }

    [Test]
    public async Task Shows_hints_the_plan_and_the_question_by_a_key()
    {
        await Screen.NextAsync();
        Save(First, "select id from t order by name");
        await Screen.NextAsync();
        Press('h');
        await Screen.NextAsync();
        Press('h');
        var hints = await Screen.NextAsync();
        Press('p');
        var plan = await Screen.NextAsync();
        Press('o');
        var question = await Screen.NextAsync();

        hints.ShouldContain("1 of 2  Look at t.\n2 of 2  Sort by id.");
        plan.ShouldContain("How PostgreSQL goes about it on the data you see:\n\n  Sort");
        question.ShouldStartWith("# A kata");
    }

    [Test]
    public async Task Shows_the_smallest_data_alone_by_a_key()
    {
        await Screen.NextAsync();
        Save(First, "select id, name from t where id < 3 order by id");
        var page = await Screen.NextAsync();
        Press('c');
        var statements = await Screen.NextAsync();

        page.ShouldContain("c counterexample");
        statements.ShouldContain("To try it yourself:\n\n  insert into t values (");
    }

    [Test]
    public async Task Says_why_a_stub_can_not_be_put_back()
    {
        await Screen.NextAsync();
        Save(First, "select id from t");
        await Screen.NextAsync();
        Press('r');

        (await Screen.NextAsync()).ShouldContain("Your answer is as it was.");
        File.ReadAllText(Library.Library.AnswerPath(Library.Catalog.Katas[0])).ShouldBe("select id from t");
    }

    [Test]
    public async Task Opens_question_and_answer_in_the_editor()
    {
        await Screen.NextAsync();
        Press('e');
        await Screen.NextAsync();

        Screen.Edited.Select(Path.GetFileName).ShouldBe(["prompt.md", "answer.sql"]);
    }

    [Test]
    public async Task Sees_every_way_of_saving_a_file()
    {
        await Screen.NextAsync();
        using var changes = new AnswerChanges(Library.Library.Answers, Events.Writer);
        var answer = Library.Write($"katas/{First}/answer.sql", "select id from t");
        var written = await Screen.NextAsync();
        var aside = Library.Write($"katas/{First}/answer.sql.tmp", Right);
        File.Move(aside, answer, overwrite: true);
        var moved = await Screen.NextAsync();

        written.ShouldContain("not yet");
        moved.ShouldContain("right");
    }
}
