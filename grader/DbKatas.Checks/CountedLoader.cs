using System.Collections.Concurrent;

namespace DbKatas.Checks;

/// <summary>A slow source of values, such as a database behind a cache, that counts how often it is asked and can be held back.</summary>
/// <param name="load">What it gives for a key.</param>
public sealed class CountedLoader<TKey, TValue>(Func<TKey, TValue> load) where TKey : notnull
{
    private readonly ConcurrentQueue<TKey> _calls = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private TaskCompletionSource _open = Opened();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = new();

    /// <summary>The keys asked for, one for each call, in order.</summary>
    public IReadOnlyList<TKey> Keys => [.. _calls];

    /// <summary>How many calls there were.</summary>
    public int Calls => _calls.Count;

    /// <summary>Ends with the first call.</summary>
    public Task FirstCall => Call(1);

    /// <summary>Ends with the call of that number, counted from 1.</summary>
    public Task Call(int number)
    {
        var called = _awaited.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        // It may have come before anybody asked.
        Tell();
        return called.Task;
    }

    /// <summary>Give this to the answer.</summary>
    public async Task<TValue> LoadAsync(TKey key, CancellationToken cancellation = default)
    {
        _calls.Enqueue(key);
        Tell();
        await _open.Task.WaitAsync(cancellation);
        return _failures.TryDequeue(out var failure) ? throw failure : load(key);
    }

    /// <summary>From now on a call is counted and then waits for <see cref="Release"/>.</summary>
    public void Hold() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets all waiting calls and all later ones through.</summary>
    public void Release() => _open.TrySetResult();

    /// <summary>The next call that is let through fails.</summary>
    public void FailOnce(Exception failure) => _failures.Enqueue(failure);

    private void Tell()
    {
        foreach (var (_, called) in _awaited.Where(awaited => awaited.Key <= Calls))
            called.TrySetResult();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
