using System.Net.Sockets;
using DbKatas.CSharp.Worker;

namespace DbKatas.Cli.Daemon;

/// <summary>
/// A grader that stays, warm and with its servers, and judges for one run after the other. It ends when nobody has asked it for a while.
/// </summary>
/// <param name="listener">Where it is asked.</param>
/// <param name="patience">How long it waits for the next answer.</param>
internal sealed class GradingDaemon(DaemonListener listener, TimeSpan patience) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly KeptGrader _grader = new();
    private readonly CancellationTokenSource _end = new(patience);
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="cancellation">Ends it, and the work that it is at.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var build = DaemonPlace.Build();
        var visits = new List<Task>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _end.Token);
        while (await NextAsync(end.Token) is { } caller)
        {
            visits.RemoveAll(visit => visit.IsCompleted);
            visits.Add(Task.Run(() => ReceiveAsync(caller, build, cancellation), CancellationToken.None));
        }
        // Who is inside is judged first; whoever comes now does without.
        listener.Close();
        await Task.WhenAll(visits);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await _grader.DisposeAsync();
        listener.Dispose();
        _end.Dispose();
        _turn.Dispose();
    }

    /// <returns>Null when it is time to end.</returns>
    private async Task<Socket?> NextAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
            try
            {
                return await listener.AcceptAsync(end);
            }
            catch (SocketException)
            {
                // Too many files are open: some of those who are inside will go.
                await Task.Delay(Pause, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        return null;
    }

    private async Task ReceiveAsync(Socket caller, string build, CancellationToken cancellation)
    {
        using var _ = caller;
        try
        {
            await AnswerAsync(new MessageChannel(new NetworkStream(caller), DaemonMessages.LongestOrder), build, cancellation);
        }
        catch (Exception)
        {
            // Whoever called has gone, does not speak our language, or is where we can't follow. It does by itself what it came for.
        }
    }

    private async Task AnswerAsync(MessageChannel messages, string build, CancellationToken cancellation)
    {
        messages.Send(DaemonMessages.Hello, build);
        var asked = await AskedAsync(messages, cancellation);
        if (asked is [DaemonMessages.Stop, var stopKey] && stopKey == listener.Key)
            await _end.CancelAsync();
        else if (asked is [DaemonMessages.Grade, var key, .. var order] && key == listener.Key)
            await InTurnAsync(messages, order, cancellation);
    }

    private async Task InTurnAsync(MessageChannel messages, string[] order, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellation))
        {
            messages.Send(DaemonMessages.NotHere);
            return;
        }
        try
        {
            _end.CancelAfter(Timeout.InfiniteTimeSpan);
            var visit = new DaemonVisit(messages, _grader);
            await visit.GradeAsync(order, cancellation);
            if (visit.HadTrouble)
                // Much is found out once for a whole process, as whether Docker is there. The next run may come after it was mended.
                await _end.CancelAsync();
        }
        finally
        {
            _end.CancelAfter(patience);
            _turn.Release();
        }
    }

    /// <summary>Whoever says nothing is not waited for.</summary>
    private static async Task<string[]?> AskedAsync(MessageChannel messages, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(5));
        return await messages.ReceiveAsync(deadline.Token);
    }
}
