using System.Globalization;
using System.Text;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Feedback;

namespace DbKatas.Cli.Daemon;

/// <summary>Does for a run what it would do by itself, with its folder, its colours and its output in the place of the daemon's. One at a time.</summary>
/// <param name="messages">The way to the run.</param>
/// <param name="grader">Judges.</param>
internal sealed class DaemonVisit(MessageChannel messages, KeptGrader grader)
{
    // Held back until it is known that the run need not do it all again.
    private readonly StringBuilder _output = new();
    private bool _isNotHere;

    /// <summary>True when something was wrong with a server, or with the machine: what is kept may be what is wrong.</summary>
    public bool HadTrouble { get; private set; }

    /// <param name="order">The fields of <see cref="DaemonMessages.Grade"/> after the key.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task GradeAsync(string[] order, CancellationToken cancellation)
    {
        if (order is not [var folder, var id, var format, var ink])
            return;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = CancelWhenGoneAsync(gone);
        try
        {
            (Environment.CurrentDirectory, Workplace.Ink) = (folder, ink == "plain" ? Ink.Plain : Ink.Colours);
            Console.SetOut(new StringWriter(_output));
            // Whoever ends the daemon has not stopped the run, and nothing tells it so.
            Console.SetError(new SentText(messages, DaemonMessages.Error, cancellation));
            var code = await CommandLine.GuardAsync(() => GradeAsync(id, format == "json", gone.Token));
            messages.Send(_isNotHere || cancellation.IsCancellationRequested ? [DaemonMessages.NotHere] : [DaemonMessages.Exit, code.ToString(CultureInfo.InvariantCulture), _output.ToString()]);
        }
        finally
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(TextWriter.Null);
            // Somebody may want to remove the run's.
            Environment.CurrentDirectory = "/";
        }
    }

    private async Task<int> GradeAsync(string pattern, bool asJson, CancellationToken cancellation)
    {
        var library = Workplace.Library(null, null, null);
        var katas = Workplace.Find(library, [pattern]);
        // The others are in a sandbox, and many are watched by a progress bar.
        _isNotHere = !library.IsLearners || katas.Count > GradingBatch.Few;
        if (_isNotHere)
            return ExitCode.Trouble;
        var (kept, isUsed) = await grader.ForAsync(library);
        var code = await new GradingJob(library, katas, asJson).DoAsync(kept, cancellation);
        HadTrouble = code == ExitCode.Trouble;
        // A server that was there and is not any more: the run finds out how it is now.
        _isNotHere = HadTrouble && isUsed;
        return code;
    }

    private async Task CancelWhenGoneAsync(CancellationTokenSource gone)
    {
        try
        {
            // It has nothing more to say.
            await messages.ReceiveAsync();
            await gone.CancelAsync();
        }
        catch (Exception over) when (over is ObjectDisposedException or InvalidDataException)
        {
            // The verdict was there before.
        }
    }
}
