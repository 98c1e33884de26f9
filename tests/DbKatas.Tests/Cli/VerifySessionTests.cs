using System.Threading.Channels;
using DbKatas.Cli.Watching;
using DbKatas.Grader.Quality;
using NUnit.Framework;
using Shouldly;

namespace DbKatas.Tests.Cli;

/// <summary>An author's session with `kata verify --watch`: saves as a person makes them, and every page as it stands on the screen.</summary>
public class VerifySessionTests
{
    private const string Id = "sql/test/01-kata";
    private const string Right = "select id, name from t order by id";

    private TinyLibrary _library = null!;
    private Channel<WatchEvent> _events = null!;
    private PageScreen _screen = null!;
    private VerifySession _watch = null!;

    [SetUp]
    public void Begin()
    {
        _library = new TinyLibrary().WithKata(Id, reference: "-- TODO(author): the answer that an expert would write.\n" + Right).WithKata("sql/test/02-other");
        _events = Channel.CreateUnbounded<WatchEvent>();
        _screen = new PageScreen();
        _watch = Session();
    }

    [TearDown]
    public void End()
    {
        _watch.Dispose();
        _library.Dispose();
    }

    [Test]
    public async Task Verifies_the_kata_to_begin_with_and_tells_what_is_left_to_do()
    {
        await WatchAsync(Id, async () =>
        {
            (await _screen.NextAsync()).ShouldBe($"Verifying {Id} … q quit Enter verify again d details");
            var page = await _screen.NextAsync();

            page.ShouldContain("1 TODO left");
            page.ShouldContain("answer.sql, line 1: to do: the answer that an expert would write.");
            page.ShouldEndWith("q quit Enter verify again d details");
        });
    }

    [Test]
    public async Task Verifies_the_kata_whose_file_or_solution_is_saved()
    {
        await WatchAsync(null, async () =>
        {
            (await _screen.NextAsync()).ShouldStartWith("Save a file of a kata or of its solution");
            Save($"solutions/{Id}/answer.sql", Right);
            (await _screen.NextAsync()).ShouldStartWith($"Verifying {Id} ");
            (await _screen.NextAsync()).ShouldContain("clean q quit");
            Save("katas/sql/test/02-other/answer.sql", "select 1");
            (await _screen.NextAsync()).ShouldStartWith("Verifying sql/test/02-other ");
            (await _screen.NextAsync()).ShouldContain("is the stub, and it should count as not started");
        });
    }

    [Test]
    public async Task Sees_rows_that_are_new_in_the_schema()
    {
        await WatchAsync(null, async () =>
        {
            await _screen.NextAsync();
            Save($"solutions/{Id}/answer.sql", "select id, name from t where name <> 'Cy' order by id");
            (await _screen.NextAsync(skip: 1)).ShouldContain("clean");
            Save($"solutions/{Id}/wrong/everybody.sql", "-- mistake: Cy is there too\n" + Right);
            (await _screen.NextAsync(skip: 1)).ShouldContain("clean");
            Save($"katas/{Id}/schema.sql", "create table t (id int primary key, name text not null check (name in ('Ann', 'Ben'))); insert into t values (1, 'Ann'), (2, 'Ben');");
            await _screen.NextAsync();
            (await _screen.NextAsync()).ShouldContain("is a wrong answer, and it is not rejected");
        });
    }

    [Test]
    public async Task Says_what_keeps_a_folder_from_being_a_kata_and_goes_on_when_that_is_mended()
    {
        await WatchAsync(null, async () =>
        {
            await _screen.NextAsync();
            var good = await File.ReadAllTextAsync(Path.Combine(_library.Root, $"katas/{Id}/kata.json"));
            Save($"katas/{Id}/kata.json", good.Replace("\"level\"", "\"levle\""));
            await _screen.NextAsync();
            (await _screen.NextAsync()).ShouldContain("Did you mean \"level\"?");
            Save($"katas/{Id}/kata.json", good);
            (await _screen.NextAsync(skip: 1)).ShouldContain("1 TODO left");
        });
    }

    [Test]
    public async Task Verifies_the_same_content_once_and_again_by_a_key()
    {
        await WatchAsync(Id, async () =>
        {
            await _screen.NextAsync();
            await _screen.NextAsync();
            Save($"solutions/{Id}/answer.sql", await File.ReadAllTextAsync(Path.Combine(_library.Root, $"solutions/{Id}/answer.sql")));
            Save("katas/syllabus.json", "{}");
            _events.Writer.TryWrite(new WatchEvent.Pressed('\n'));

            (await _screen.NextAsync()).ShouldStartWith("Verifying ");
            (await _screen.NextAsync()).ShouldContain("1 TODO left");
            _screen.HasMore.ShouldBeFalse();
        });
    }

    [Test]
    public async Task A_file_that_is_saved_while_the_last_is_verified_spoils_nothing()
    {
        await WatchAsync(null, async () =>
        {
            await _screen.NextAsync();
            Save($"solutions/{Id}/answer.sql", Right);
            await _screen.NextAsync();
            // The data are being made for the reference that was saved first.
            for (var i = 0; i < 5; i++)
                Save($"solutions/{Id}/also-right/{i}.sql", Right);
            var page = await _screen.NextAsync();
            while (page.StartsWith("Verifying "))
                page = await _screen.NextAsync();

            page.ShouldContain("clean q quit");
        });
    }

    [Test]
    public async Task Shows_details_by_a_key()
    {
        using var session = Session(new SqlMutantScorer(TestServers.Postgres));
        await WatchAsync(session, "sql/test/02-other", async () =>
        {
            await _screen.NextAsync();
            (await _screen.NextAsync()).ShouldNotContain("as if");
            _events.Writer.TryWrite(new WatchEvent.Pressed('d'));
            (await _screen.NextAsync()).ShouldContain("as if");
        });
    }

    [Test]
    public async Task Sees_saves_in_both_folders()
    {
        await WatchAsync(null, async () =>
        {
            await _screen.NextAsync();
            using var katas = new AnswerChanges(_library.Library.Katas, _events.Writer);
            using var solutions = new AnswerChanges(_library.Library.Solutions, _events.Writer);
            _library.Write($"solutions/{Id}/why.md", "Because.\n");

            (await _screen.NextAsync()).ShouldStartWith($"Verifying {Id} ");
        });
    }

    private VerifySession Session(params IMutantScorer[] scorers) =>
        new(_library.Library, new KataVerifier(TestServers.Grader(_library.Library.Solutions, explains: false), scorers, _library.Library).VerifyAsync, _screen, _events);

    private Task WatchAsync(string? start, Func<Task> work) => WatchAsync(_watch, start, work);

    private async Task WatchAsync(VerifySession watch, string? start, Func<Task> work)
    {
        var session = watch.RunAsync(start, CancellationToken.None);
        try
        {
            await work();
        }
        finally
        {
            _events.Writer.TryWrite(new WatchEvent.Pressed('q'));
            await session;
        }
    }

    private void Save(string file, string content) => _events.Writer.TryWrite(new WatchEvent.Saved(_library.Write(file, content)));

    private sealed class PageScreen : IWatchScreen
    {
        private readonly Channel<string> _pages = Channel.CreateUnbounded<string>();

        public bool HasMore => _pages.Reader.TryPeek(out _);

        public void Show(string text) => _pages.Writer.TryWrite(text);

        public Task<string?> EditAsync(IReadOnlyList<string> files, CancellationToken cancellation) => Task.FromResult<string?>(null);

        /// <summary>Words alone: where lines break hangs on the length of a temporary folder's name.</summary>
        public async Task<string> NextAsync(int skip = 0)
        {
            for (; skip > 0; skip--)
                await NextAsync();
            var page = await _pages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            return string.Join(' ', page.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
