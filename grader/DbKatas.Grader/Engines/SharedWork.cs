using System.Collections.Concurrent;

namespace DbKatas.Grader.Engines;

/// <summary>
/// Work that several ask for by the same name, done once for all of them. Who began it may give it up, as somebody who saves a file again
/// does; then one of the others does it. What has failed is tried again by the next who asks.
/// </summary>
/// <typeparam name="T">What it gives.</typeparam>
internal sealed class SharedWork<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _known = new();

    /// <summary>What was begun, or is done.</summary>
    public IEnumerable<string> Names => _known.Keys;

    /// <exception cref="OperationCanceledException">This one's own cancellation, never another's.</exception>
    public async Task<T> DoAsync(string name, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        while (true)
        {
            var mine = new Lazy<Task<T>>(() => work(cancellation));
            var shared = _known.GetOrAdd(name, mine);
            try
            {
                return await shared.Value;
            }
            catch (Exception failure)
            {
                _known.TryRemove(KeyValuePair.Create(name, shared));
                var isGivenUpByAnother = failure is OperationCanceledException && shared != mine && !cancellation.IsCancellationRequested;
                if (!isGivenUpByAnother)
                    throw;
            }
        }
    }

    /// <summary>It is done already, by an earlier run.</summary>
    public void Know(string name, T result) => _known[name] = new Lazy<Task<T>>(Task.FromResult(result));

    /// <returns>False when nobody has asked for it.</returns>
    public bool Forget(string name) => _known.TryRemove(name, out _);
}
