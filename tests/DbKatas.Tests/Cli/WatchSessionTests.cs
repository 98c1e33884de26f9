using System.Threading.Channels;
using DbKatas.Cli.Watching;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>A learner's session, with saves and keys as a person makes them, and every page as it stands on the screen.</summary>
public class WatchSessionTests
{
    private const string First = "sql/test/01-first";
    private const string Right = "select id, name from t order by id";

    private TinyLibrary _library = null!;
    private Channel<WatchEvent> _events = null!;
    private PageScreen _screen = null!;
    private WatchSession _watch = null!;
    private Task _session = null!;

    [SetUp]
    public void Begin()
    {
        _library = new TinyLibrary().WithKata(First, more: "\"order\": [\"id\"], \"hints\": [\"Look at t.\", \"Sort by id.\"]").WithKata("sql/test/02-second");
        _library.Write("DbKatas.sln", "");
        _events = Channel.CreateUnbounded<WatchEvent>();
        _screen = new PageScreen();
        var actions = new WatchActions(_library.Library, TestServers.Postgres);
        _watch = new WatchSession(_library.Library, TestServers.Grader(_library.Library.Solutions), actions, _screen, _events);
        _session = _watch.RunAsync(null, CancellationToken.None);
    }

    [TearDown]
    public async Task EndAsync()
    {
        Press('q');
        await _session;
        _watch.Dispose();
        _library.Dispose();
    }

    [Test]
    public async Task Begins_with_the_question_of_the_next_kata()
    {
        var page = await _screen.NextAsync();

        page.ShouldStartWith("# A kata\n\nsql/test/01-first  ·  level 1 of 5\nSave your answer, and it is graded: ");
        page.ShouldEndWith("q quit   o verdict   e edit   h hint   p plan   r reset   n next kata");
    }

    [Test]
    public async Task Grades_what_is_saved_and_goes_on_when_it_is_right()
    {
        await _screen.NextAsync();
        Save(First, "select id from t");
        (await _screen.NextAsync()).ShouldContain("not yet\n");
        Save(First, Right);
        var right = await _screen.NextAsync();
        Press('\n');
        var next = await _screen.NextAsync();

        right.ShouldContain("right\n\nNext: sql/test/02-second  A kata  (press n)");
        next.ShouldContain("sql/test/02-second  ·  level 1 of 5");
    }

    [Test]
    public async Task Grades_the_same_content_once()
    {
        await _screen.NextAsync();
        Save(First, "select id from t");
        await _screen.NextAsync();
        Save(First, "select id from t");
        Save(First, "");
        Press('h');

        (await _screen.NextAsync()).ShouldContain("1 of 2  Look at t.");
    }

    [Test]
    public async Task Turns_to_the_kata_whose_answer_is_saved()
    {
        await _screen.NextAsync();
        Save("sql/test/02-second", Right);

        (await _screen.NextAsync()).ShouldStartWith("sql/test/02-second  A kata");
    }

    [Test]
    public async Task Shows_hints_the_plan_and_the_question_by_a_key()
    {
        await _screen.NextAsync();
        Save(First, "select id from t order by name");
        await _screen.NextAsync();
        Press('h');
        await _screen.NextAsync();
        Press('h');
        var hints = await _screen.NextAsync();
        Press('p');
        var plan = await _screen.NextAsync();
        Press('o');
        var question = await _screen.NextAsync();

        hints.ShouldContain("1 of 2  Look at t.\n2 of 2  Sort by id.");
        plan.ShouldContain("How PostgreSQL goes about it on the data you see:\n\n  Sort");
        question.ShouldStartWith("# A kata");
    }

    [Test]
    public async Task Shows_the_smallest_data_alone_by_a_key()
    {
        await _screen.NextAsync();
        Save(First, "select id, name from t where id < 3 order by id");
        var page = await _screen.NextAsync();
        Press('c');
        var statements = await _screen.NextAsync();

        page.ShouldContain("c counterexample");
        statements.ShouldContain("To try it yourself:\n\n  insert into t values (");
    }

    [Test]
    public async Task Says_why_a_stub_can_not_be_put_back()
    {
        await _screen.NextAsync();
        Save(First, "select id from t");
        await _screen.NextAsync();
        Press('r');

        (await _screen.NextAsync()).ShouldContain("Your answer is as it was.");
        File.ReadAllText(_library.Library.AnswerPath(_library.Catalog.Katas[0])).ShouldBe("select id from t");
    }

    [Test]
    public async Task Opens_question_and_answer_in_the_editor()
    {
        await _screen.NextAsync();
        Press('e');
        await _screen.NextAsync();

        _screen.Edited.Select(Path.GetFileName).ShouldBe(["prompt.md", "answer.sql"]);
    }

    [Test]
    public async Task Sees_every_way_of_saving_a_file()
    {
        await _screen.NextAsync();
        using var changes = new AnswerChanges(_library.Library.Answers, _events.Writer);
        var answer = _library.Write($"katas/{First}/answer.sql", "select id from t");
        var written = await _screen.NextAsync();
        var aside = _library.Write($"katas/{First}/answer.sql.tmp", Right);
        File.Move(aside, answer, overwrite: true);
        var moved = await _screen.NextAsync();

        written.ShouldContain("not yet");
        moved.ShouldContain("right");
    }

    private void Save(string id, string answer) => _events.Writer.TryWrite(new WatchEvent.Saved(_library.Write($"katas/{id}/answer.sql", answer)));

    private void Press(char key) => _events.Writer.TryWrite(new WatchEvent.Pressed(key));

    private sealed class PageScreen : IWatchScreen
    {
        private readonly Channel<string> _pages = Channel.CreateUnbounded<string>();

        public IReadOnlyList<string> Edited { get; private set; } = [];

        public void Show(string text) => _pages.Writer.TryWrite(text);

        public Task<string?> EditAsync(IReadOnlyList<string> files, CancellationToken cancellation)
        {
            Edited = files;
            return Task.FromResult<string?>(null);
        }

        public async Task<string> NextAsync() => await _pages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
