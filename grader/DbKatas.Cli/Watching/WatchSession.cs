using System.Security.Cryptography;
using System.Threading.Channels;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Progress;

namespace DbKatas.Cli.Watching;

/// <summary>
/// A learner at work: grades what is saved, shows the verdict and obeys keys, until q. One event is dealt with after the other; grading
/// goes on beside, and a save ends the grading of what was saved before.
/// </summary>
/// <param name="library">Whose answers.</param>
/// <param name="grader">Kept warm by its owner.</param>
/// <param name="actions">What the keys do.</param>
/// <param name="screen">Where it shows.</param>
/// <param name="events">What happens.</param>
internal sealed class WatchSession(KataLibrary library, Grader.Grading.Grader grader, WatchActions actions, IWatchScreen screen, Channel<WatchEvent> events)
    : IDisposable
{
    private readonly ProgressLog _progress = ProgressLog.Of(library);
    private readonly Dictionary<string, string> _gradedContent = [];
    private KataCatalog _catalog = KataCatalog.Load(library.Katas);
    private CancellationTokenSource _grading = new();
    private WatchedKata? _now;
    private bool _showsQuestion;

    /// <summary>Called when a key has been dealt with.</summary>
    public Action KeyIsDone { get; init; } = () => { };

    /// <param name="start">The kata to begin with; null for the next to do.</param>
    /// <param name="cancellation">Ends the session as q does.</param>
    public async Task RunAsync(Kata? start, CancellationToken cancellation)
    {
        Turn(start ?? Next());
        await foreach (var happened in events.Reader.ReadAllAsync(cancellation))
        {
            if (happened is WatchEvent.Pressed { Key: 'q' })
                break;
            await DealAsync(happened, cancellation);
        }
        await _grading.CancelAsync();
    }

    public void Dispose() => _grading.Dispose();

    private async Task DealAsync(WatchEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case WatchEvent.Saved saved:
                Saved(saved.Path, cancellation);
                break;
            case WatchEvent.Graded graded:
                Graded(graded.Verdict);
                break;
            case WatchEvent.Pressed pressed:
                await PressedAsync(pressed.Key, cancellation);
                KeyIsDone();
                break;
        }
    }

    private void Saved(string path, CancellationToken cancellation)
    {
        if (KataOf(path) is not { } kata)
        {
            // A kata was renamed, or its author changed it.
            if (Path.GetFileName(path) is KataFiles.Metadata or Syllabus.FileName || Directory.Exists(path))
                Reload(path);
            return;
        }
        // One save makes several events, and an editor may write the same again. An empty file is one that is being written.
        if (ContentOf(path) is not { } content || _gradedContent.GetValueOrDefault(kata.Id) == content)
            return;
        _gradedContent[kata.Id] = content;
        if (_now?.Kata.Id != kata.Id)
            _now = new WatchedKata(kata, path);
        _grading.Cancel();
        _grading.Dispose();
        _grading = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = GradeAsync(kata, path, _grading.Token);
    }

    /// <param name="changed">A folder, perhaps under its new name; or a file.</param>
    private void Reload(string changed)
    {
        _catalog = KataCatalog.Load(library.Katas);
        if (_now is not null && !Directory.Exists(_now.Kata.Folder))
            Turn(_catalog.Katas.FirstOrDefault(kata => library.AnswerPath(kata) == Path.Combine(changed, kata.AnswerFile)) ?? Next());
    }

    private async Task GradeAsync(Kata kata, string path, CancellationToken cancellation)
    {
        try
        {
            events.Writer.TryWrite(new WatchEvent.Graded(await Task.Run(() => grader.GradeAsync(kata, path, cancellation), cancellation)));
        }
        catch (OperationCanceledException)
        {
            // Something newer was saved, or the session ends.
        }
    }

    private void Graded(Verdict verdict)
    {
        // Where its folder was renamed meanwhile, that is told next, and "not started" would be wrong.
        if (_now?.Kata.Id != verdict.Id || !File.Exists(_now.AnswerPath))
            return;
        _progress.Record(verdict);
        (_now.Verdict, _now.Aside, _showsQuestion) = (verdict, null, false);
        Show();
    }

    private async Task PressedAsync(char key, CancellationToken cancellation)
    {
        if (key is 'n' || key is '\n' && _now?.IsRight == true)
            Turn(NextAfter());
        else if (_now is null)
            return;
        else if (key is 'o' && _now.Verdict is not null)
            _showsQuestion = !_showsQuestion;
        else
            _now.Aside = key switch
            {
                'h' => actions.Hint(_now),
                'c' => WatchActions.Counterexample(_now),
                'p' => await actions.PlanAsync(_now, cancellation),
                'r' => await ResetAsync(cancellation),
                'e' => await screen.EditAsync([_now.Kata.PromptPath, _now.AnswerPath], cancellation),
                _ => _now.Aside,
            };
        Show();
    }

    private async Task<string> ResetAsync(CancellationToken cancellation)
    {
        var said = await actions.ResetAsync(_now!.Kata, cancellation);
        _now.Verdict = null;
        _gradedContent.Remove(_now.Kata.Id);
        if (ContentOf(_now.AnswerPath) is { } stub)
            _gradedContent[_now.Kata.Id] = stub;
        return said;
    }

    private void Turn(Kata? kata)
    {
        (_now, _showsQuestion) = (kata is null ? null : new WatchedKata(kata, library.AnswerPath(kata)), false);
        Show();
    }

    private void Show() => screen.Show(
        _now is null ? "All katas are right. Well done. Press q to leave."
        : _showsQuestion ? new WatchedKata(_now.Kata, _now.AnswerPath) { Aside = _now.Aside }.Page(null, Workplace.Ink)
        : _now.Page(_now.IsRight ? NextAfter() : null, Workplace.Ink));

    private Kata? Next() => _catalog.Syllabus.Next(_catalog.Katas, IsRight);

    /// <summary>The kata to do when this one is done with, right or not.</summary>
    private Kata? NextAfter() => _catalog.Syllabus.Next(_catalog.Katas, kata => kata.Id == _now?.Kata.Id || IsRight(kata));

    private bool IsRight(Kata kata) => _progress.OutcomeOf(kata, library.AnswerPath(kata)) == Outcome.Right;

    private Kata? KataOf(string path) => _catalog.Katas.FirstOrDefault(kata => library.AnswerPath(kata) == path);

    private static string? ContentOf(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(bytes));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
