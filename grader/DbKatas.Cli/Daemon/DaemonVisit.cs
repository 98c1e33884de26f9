using System.Globalization;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Feedback;

namespace DbKatas.Cli.Daemon;

/// <summary>Does for a run what it would do by itself, with its folder, its colours and its output in the place of the daemon's. One at a time.</summary>
/// <param name="messages">The way to the run.</param>
/// <param name="grader">Judges.</param>
internal sealed class DaemonVisit(MessageChannel messages, KeptGrader grader)
{
    /// <param name="order">The fields of <see cref="DaemonMessages.Grade"/> after the key.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task GradeAsync(string[] order, CancellationToken cancellation)
    {
        if (order is not [var folder, var id, var format, var ink] || !Directory.Exists(folder))
        {
            messages.Send(DaemonMessages.NotHere);
            return;
        }
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = CancelWhenGoneAsync(gone);
        (Environment.CurrentDirectory, Workplace.Ink) = (folder, ink == "plain" ? Ink.Plain : Ink.Colours);
        Console.SetOut(new SentText(messages, DaemonMessages.Output));
        Console.SetError(new SentText(messages, DaemonMessages.Error));
        try
        {
            int? code = null;
            var end = await CommandLine.GuardAsync(async () => (code = await GradeAsync(id, format == "json", gone.Token)) ?? ExitCode.Good);
            messages.Send(code is null && end == ExitCode.Good ? [DaemonMessages.NotHere] : [DaemonMessages.Exit, end.ToString(CultureInfo.InvariantCulture)]);
        }
        finally
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(TextWriter.Null);
            // Somebody may want to remove the run's.
            Environment.CurrentDirectory = Path.GetPathRoot(folder)!;
        }
    }

    /// <returns>Null for what takes long enough to be watched, or a sandbox.</returns>
    private async Task<int?> GradeAsync(string pattern, bool asJson, CancellationToken cancellation)
    {
        var library = Workplace.Library(null, null, null);
        var katas = Workplace.Find(library, [pattern]);
        if (!library.IsLearners || katas.Count > GradingBatch.Few)
            return null;
        var code = await new GradingJob(library, katas, asJson).DoAsync(await grader.ForAsync(library), cancellation);
        if (code == ExitCode.Trouble)
            // A server that was not found is not looked for again; the next run may come after it has been mended.
            await grader.ForgetAsync();
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
