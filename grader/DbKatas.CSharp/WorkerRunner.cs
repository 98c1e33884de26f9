using System.Globalization;
using DbKatas.CSharp.Worker;
using DbKatas.Grader.Engines.Machine;

namespace DbKatas.CSharp;

/// <summary>Hands one job to a worker and notes what it says until it ends, or until it must be ended.</summary>
internal sealed class WorkerRunner(WorkerProcess worker, CheckDataSupply data)
{
    /// <summary>For everything that is no object of .NET's: threads, buffers of the system.</summary>
    private const long MostBytes = 1024L * 1024 * 1024;

    private const int MostResults = 1_000;
    private static readonly TimeSpan MemoryCheck = TimeSpan.FromMilliseconds(200);

    private readonly List<CheckResult> _results = [];
    private readonly PatientClock _clock = PatientClock.OfThisMachine();
    private CheckResult? _crash;
    private string? _current;

    /// <summary>True to end the run with the first check that fails; what is told of it is then that it has finished.</summary>
    public bool StopsAtFirstFailure { get; init; }

    /// <summary>Runs the checks, and ends the worker.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="answerPath">As it stands in the assembly's symbols.</param>
    /// <param name="limit">Time for all checks together. Making data does not count.</param>
    /// <param name="cancellation">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    public async Task<WorkerRun> RunAsync(byte[] image, string answerPath, TimeSpan limit, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = WatchMemoryAsync(over.Token);
        var end = await TalkAsync(image, answerPath, limit, watch, over.Token);
        cancellation.ThrowIfCancellationRequested();
        var stoodStill = end is WorkerEnd.TimedOut && ProcessTree.ProcessorTime(worker.Process) < limit / 4;
        await over.CancelAsync();
        if (end is WorkerEnd.Silenced && await HasEndedAsync(cancellation))
            end = WorkerEnd.Ended;
        var exitCode = end is WorkerEnd.Ended ? worker.Process.ExitCode : 0;
        // Now nothing of the answer's is at work in its databases any more, and its pipes have an end.
        await worker.DisposeAsync();
        return new WorkerRun(_results, _current, end, _crash, exitCode, await worker.Errors.TextAsync(), await worker.Printed.TextAsync(), stoodStill);
    }

    /// <summary>Has the worker get warm before its job; whatever comes of it, the job tells.</summary>
    /// <param name="engines">What the job will use.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="IOException">The worker has ended.</exception>
    public async Task WarmUpAsync(IReadOnlyList<string> engines, CancellationToken cancellation)
    {
        if (!TrySend([MessageKinds.WarmUp, .. engines]))
            throw new IOException("the worker has ended");
        while (await NextAsync(cancellation) is var message && message is not [MessageKinds.End])
            if (message is null || !await TakeAsync(message, cancellation))
                throw new IOException("the worker has ended");
    }

    private async Task<WorkerEnd> TalkAsync(byte[] image, string answerPath, TimeSpan limit, Task<bool> tooLarge, CancellationToken cancellation)
    {
        if (!TrySend(MessageKinds.Job, Convert.ToBase64String(image), answerPath))
            return WorkerEnd.Silenced;
        _clock.Start();
        var next = NextAsync(cancellation);
        while (true)
        {
            var left = limit - _clock.Elapsed;
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var timeOver = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, timer.Token);
            var first = await Task.WhenAny(next, tooLarge, timeOver);
            await timer.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            if (first == tooLarge && await tooLarge)
                return WorkerEnd.TooLarge;
            if (first == timeOver && _clock.Elapsed >= limit)
                return WorkerEnd.TimedOut;
            if (first == timeOver)
                continue;
            if (await next is not { } message)
                return WorkerEnd.Silenced;
            if (message is [MessageKinds.End])
                return WorkerEnd.Finished;
            if (!await TakeAsync(message, cancellation))
                return WorkerEnd.Silenced;
            if (StopsAtFirstFailure && _results is [.., { Passed: false }])
                return WorkerEnd.Finished;
            next = NextAsync(cancellation);
        }
    }

    private async Task<string[]?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await worker.Messages.ReceiveAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <returns>False for a message that no worker sends.</returns>
    private async Task<bool> TakeAsync(string[] message, CancellationToken cancellation)
    {
        switch (message)
        {
            case [MessageKinds.Started, var check]:
                _current = check;
                return true;
            case [MessageKinds.Finished, ..] when _results.Count < MostResults && CheckResult.From(message.AsSpan(1)) is { } result:
                _results.Add(result);
                _current = null;
                return true;
            case [MessageKinds.Crash, ..] when CheckResult.From(message.AsSpan(1)) is { } crash:
                _crash = crash;
                return true;
            case [MessageKinds.Need, var engine]:
                // The grader's own work: the answer's time stands still.
                _clock.Stop();
                var provided = await data.ProvideAsync(engine, cancellation);
                _clock.Start();
                return worker.Gate is { } gate
                    ? TrySend(MessageKinds.Have, provided.ConnectionString, provided.Place.Port.ToString(CultureInfo.InvariantCulture), gate.Open(provided.Place))
                    : TrySend(MessageKinds.Have, provided.ConnectionString);
            default:
                return false;
        }
    }

    private bool TrySend(params string[] message)
    {
        try
        {
            worker.Messages.Send(message);
            return true;
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task<bool> WatchMemoryAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(MemoryCheck, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested || worker.Process.HasExited)
                return await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => false, TaskScheduler.Default);
            if (ProcessTree.ResidentBytes(worker.Process) > MostBytes)
                return true;
        }
    }

    /// <summary>The connection ends a moment before the process does.</summary>
    private async Task<bool> HasEndedAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await worker.Process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
