namespace DbKatas.Grader.Engines;

/// <summary>Lets many work beside each other, or one alone.</summary>
public sealed class Turns : IDisposable
{
    // Held for a moment by who comes in, and for as long as he works by who wants to be alone.
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Lock _counting = new();
    private int _inside;
    private TaskCompletionSource? _empty;

    /// <summary>True for who is inside and finds nobody else there.</summary>
    public bool HasOnlyOne
    {
        get
        {
            lock (_counting)
                return _inside <= 1;
        }
    }

    /// <summary>Works beside others. Not for calling within either of these.</summary>
    public async Task<T> BesideOthersAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _door.WaitAsync(cancellation);
        lock (_counting)
            _inside++;
        _door.Release();
        try
        {
            return await work();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Waits until all others have ended, and works while they wait.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _door.WaitAsync(cancellation);
        try
        {
            await OthersHaveLeftAsync().WaitAsync(cancellation);
            return await work();
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Works beside others, and once more alone when that was disturbed: whether it was its own doing or another's shows then.</summary>
    /// <param name="work">Is told whether it is alone.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DisturbedException">It was disturbed alone as well.</exception>
    public async Task<T> UndisturbedAsync<T>(Func<bool, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await BesideOthersAsync(() => work(false), cancellation);
        }
        catch (DisturbedException)
        {
            return await AloneAsync(() => work(true), cancellation);
        }
    }

    public void Dispose() => _door.Dispose();

    private void Leave()
    {
        lock (_counting)
        {
            if (--_inside > 0)
                return;
            _empty?.SetResult();
            _empty = null;
        }
    }

    private Task OthersHaveLeftAsync()
    {
        lock (_counting)
            return _inside == 0 ? Task.CompletedTask : (_empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
