using DbKatas.Grader.Engines;

namespace DbKatas.CSharp;

/// <summary>
/// Keeps one worker waiting for the next answer to the kata that was judged last, for a session in which a learner saves it again and again.
/// A worker takes longer to start than most answers to run; it is never used twice all the same.
/// </summary>
internal sealed class WorkerAhead : IAsyncDisposable
{
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(3);

    private readonly Lock _door = new();
    private string[] _readable = [];
    private Task<WorkerProcess>? _waiting;
    private bool _isDisposed;

    /// <summary>The worker that waits for an answer with these files, or null. It is the caller's now.</summary>
    public Task<WorkerProcess>? Take(string[] readable, CancellationToken cancellation)
    {
        lock (_door)
        {
            if (_waiting is null || !_readable.SequenceEqual(readable) || HasEnded(_waiting))
                return null;
            var taken = OrAnotherAsync(_waiting, readable, cancellation);
            _waiting = null;
            return taken;
        }
    }

    /// <summary>Starts a worker for the next answer with these files. One that waits for other files ends.</summary>
    /// <param name="readable">The files.</param>
    /// <param name="warmUp">What it does while it waits.</param>
    public async Task PrepareAsync(string[] readable, Func<WorkerProcess, CancellationToken, Task> warmUp)
    {
        Task<WorkerProcess>? former;
        lock (_door)
        {
            former = _waiting;
            (_readable, _waiting) = (readable, _isDisposed ? null : StartAsync(readable, warmUp));
        }
        await EndAsync(former);
    }

    /// <summary>Ends a worker, whether it has started or not.</summary>
    public static async Task EndAsync(Task<WorkerProcess>? starting)
    {
        try
        {
            if (starting is not null)
                await (await starting).DisposeAsync();
        }
        catch (Exception notStarted) when (notStarted is TroubleException or OperationCanceledException)
        {
            // Told already, or never needed.
        }
    }

    /// <summary>It may still be getting warm, and fail.</summary>
    private static async Task<WorkerProcess> OrAnotherAsync(Task<WorkerProcess> waiting, string[] readable, CancellationToken cancellation)
    {
        try
        {
            return await waiting;
        }
        catch (TroubleException)
        {
            return await WorkerProcess.StartAsync(readable, null, cancellation);
        }
    }

    private static async Task<WorkerProcess> StartAsync(string[] readable, Func<WorkerProcess, CancellationToken, Task> warmUp)
    {
        var worker = await WorkerProcess.StartAsync(readable, null, CancellationToken.None);
        try
        {
            using var deadline = new CancellationTokenSource(LongestWarmUp);
            await warmUp(worker, deadline.Token);
            return worker;
        }
        catch (Exception failure)
        {
            await worker.DisposeAsync();
            throw new TroubleException("The program that runs C# answers could not be kept ready. The next answer starts one of its own.", failure);
        }
    }

    /// <summary>While it waited somebody may have ended it, or it never began: that is no answer's fault.</summary>
    private static bool HasEnded(Task<WorkerProcess> waiting) =>
        waiting.IsFaulted || waiting.IsCanceled || (waiting.IsCompletedSuccessfully && waiting.Result.Process.HasExited);

    public async ValueTask DisposeAsync()
    {
        Task<WorkerProcess>? former;
        lock (_door)
        {
            (former, _waiting, _isDisposed) = (_waiting, null, true);
        }
        await EndAsync(former);
    }
}
