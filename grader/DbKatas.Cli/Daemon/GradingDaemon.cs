using System.Collections.Concurrent;
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
    private readonly KeptGrader _grader = new();
    private readonly CancellationTokenSource _end = new(patience);
    private readonly SemaphoreSlim _turn = new(1);

    // Whoever has asked it to end learns by the end of the connection that it has.
    private readonly ConcurrentBag<Socket> _waitForEnd = [];

    /// <param name="cancellation">Ends it, and the work that it is at.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var build = DaemonPlace.Build();
        var visits = new List<Task>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _end.Token);
        try
        {
            while (true)
            {
                var caller = await listener.AcceptAsync(end.Token);
                visits.RemoveAll(visit => visit.IsCompleted);
                visits.Add(Task.Run(() => ReceiveAsync(caller, build, cancellation), CancellationToken.None));
            }
        }
        catch (OperationCanceledException)
        {
            // Who is inside is judged first.
            await Task.WhenAll(visits);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _grader.DisposeAsync();
        listener.Dispose();
        foreach (var caller in _waitForEnd)
            caller.Dispose();
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task ReceiveAsync(Socket caller, string build, CancellationToken cancellation)
    {
        var messages = new MessageChannel(new NetworkStream(caller), DaemonMessages.LongestText);
        try
        {
            messages.Send(DaemonMessages.Hello, build);
            var asked = await AskedAsync(messages, cancellation);
            if (asked is [DaemonMessages.Stop, var stopKey] && stopKey == listener.Key)
            {
                _waitForEnd.Add(caller);
                await _end.CancelAsync();
                return;
            }
            if (asked is [DaemonMessages.Grade, var key, .. var order] && key == listener.Key)
                await InTurnAsync(messages, order, cancellation);
        }
        catch (Exception ended) when (ended is IOException or InvalidDataException or OperationCanceledException)
        {
            // Whoever called has gone, or did not speak our language.
        }
        caller.Dispose();
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
            await new DaemonVisit(messages, _grader).GradeAsync(order, cancellation);
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
