using System.Threading.Channels;
using DbKatas.Cli.Watching;
using NUnit.Framework;

namespace DbKatas.Tests.Cli;

/// <summary>A learner's session on a library of two katas, with saves and keys as a person makes them, and every page as it stands on the screen.</summary>
internal abstract class WatchSessionFixture
{
    protected const string First = "sql/test/01-first";
    protected const string Right = "select id, name from t order by id";

    protected TinyLibrary Library { get; private set; } = null!;

    protected Channel<WatchEvent> Events { get; private set; } = null!;

    protected PageScreen Screen { get; private set; } = null!;

    private WatchSession _watch = null!;
    private Task _session = null!;

    [SetUp]
    public void Begin()
    {
        Library = new TinyLibrary().WithKata(First, more: "\"order\": [\"id\"], \"hints\": [\"Look at t.\", \"Sort by id.\"]").WithKata("sql/test/02-second");
        Library.Write("DbKatas.sln", "");
        Events = Channel.CreateUnbounded<WatchEvent>();
        Screen = new PageScreen();
        var actions = new WatchActions(Library.Library, TestServers.Postgres);
        _watch = new WatchSession(Library.Library, TestServers.Grader(Library.Library.Solutions), actions, Screen, Events);
        _session = _watch.RunAsync(null, CancellationToken.None);
    }

    [TearDown]
    public async Task EndAsync()
    {
        Press('q');
        await _session;
        _watch.Dispose();
        Library.Dispose();
    }

    protected void Save(string id, string answer) => Events.Writer.TryWrite(new WatchEvent.Saved(Library.Write($"katas/{id}/answer.sql", answer)));

    protected void Press(char key) => Events.Writer.TryWrite(new WatchEvent.Pressed(key));

    protected sealed class PageScreen : IWatchScreen
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
