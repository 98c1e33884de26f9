using System.Threading.Channels;
using DbKatas.Grader.Feedback;
using DbKatas.Grader.Grading;
using DbKatas.Grader.Katas;
using DbKatas.Grader.Quality;

namespace DbKatas.Cli.Watching;

/// <summary>
/// An author at work: verifies the kata whose file was saved and shows the report, until q. One event is dealt with after the other;
/// verifying goes on beside, and a save ends the verifying of what was saved before.
/// </summary>
/// <param name="library">The katas and their solutions.</param>
/// <param name="verify">Verifies one; kept warm by its owner.</param>
/// <param name="screen">Where it shows.</param>
/// <param name="events">What happens.</param>
internal sealed class VerifySession(
    KataLibrary library, Func<Kata, CancellationToken, Task<KataReport>> verify, IWatchScreen screen, Channel<WatchEvent> events) : IDisposable
{
    private readonly Dictionary<string, string> _verified = [];
    private CancellationTokenSource _verifying = new();
    private string? _now;
    private KataReport? _report;
    private bool _showsDetails;

    /// <summary>Called when a key has been dealt with.</summary>
    public Action KeyIsDone { get; init; } = () => { };

    /// <param name="start">The id of the kata to begin with; null to wait for a save.</param>
    /// <param name="cancellation">Ends the session as q does.</param>
    public async Task RunAsync(string? start, CancellationToken cancellation)
    {
        if (start is null)
            screen.Show($"Save a file of a kata or of its solution, and the kata is verified.\n\n{Keys}");
        else
            Begin(start, cancellation);
        await foreach (var happened in events.Reader.ReadAllAsync(cancellation))
        {
            if (happened is WatchEvent.Pressed { Key: 'q' })
                break;
            Deal(happened, cancellation);
        }
        await _verifying.CancelAsync();
    }

    public void Dispose() => _verifying.Dispose();

    private static string Keys => Workplace.Ink.Faint("q quit   Enter verify again   d details");

    private void Deal(WatchEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case WatchEvent.Saved saved:
                // One save makes several events, and an editor may write the same again.
                if (KataContent.IdOf(saved.Path, library) is { } id && _verified.GetValueOrDefault(id) != KataContent.Of(id, library))
                    Begin(id, cancellation);
                break;
            case WatchEvent.Verified verified when verified.Report.Id == _now:
                _report = verified.Report;
                Show();
                break;
            case WatchEvent.Pressed pressed:
                Press(pressed.Key, cancellation);
                KeyIsDone();
                break;
        }
    }

    private void Press(char key, CancellationToken cancellation)
    {
        if (key == '\n' && _now is not null)
            Begin(_now, cancellation);
        if (key != 'd' || _report is null)
            return;
        _showsDetails = !_showsDetails;
        Show();
    }

    private void Show() => screen.Show($"{VerifyText.Write(_report!, _showsDetails, Workplace.Ink)}\n\n{Keys}");

    private void Begin(string id, CancellationToken cancellation)
    {
        (_now, _report) = (id, null);
        _verified[id] = KataContent.Of(id, library);
        _verifying.Cancel();
        _verifying.Dispose();
        _verifying = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        screen.Show($"Verifying {id} …\n\n{Keys}");
        _ = VerifyAsync(id, _verifying.Token);
    }

    private async Task VerifyAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var report = await Task.Run(() => ReportAsync(id, cancellation), cancellation);
            if (!cancellation.IsCancellationRequested)
                events.Writer.TryWrite(new WatchEvent.Verified(report));
        }
        catch (OperationCanceledException)
        {
            // Something newer was saved, or the session ends.
        }
        catch (Exception unforeseen)
        {
            var sentence = $"something in DbKatas itself went wrong: {unforeseen.Message} Your files are as they were. {await ErrorReport.WriteAsync(unforeseen)}";
            events.Writer.TryWrite(new WatchEvent.Verified(new KataReport(id, [new VerifyFault(id, null, sentence)])));
        }
    }

    private async Task<KataReport> ReportAsync(string id, CancellationToken cancellation)
    {
        // Its author may have changed any of its files.
        var catalog = KataCatalog.Load(library.Katas);
        if (catalog.Katas.FirstOrDefault(kata => kata.Id == id) is { } kata)
            return await verify(kata, cancellation);
        return KataVerifier.Broken(catalog.Faults.Where(fault => fault.Id == id)).FirstOrDefault()
            ?? new KataReport(id, [new VerifyFault(TextFile.Shown(Path.Combine(library.Katas, id)), null, "there is no such kata any more.")]);
    }
}
