namespace DbKatas.Checks;

/// <summary>Many callers of one thing at the same moment.</summary>
public static class Callers
{
    /// <summary>How long <see cref="Start"/> waits for a thread that is blocked where .NET does not see it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Threads of the pool that are left for whatever else is on its way while all callers wait.</summary>
    private const int SpareThreads = 14;

    /// <summary>
    /// Calls <paramref name="call"/> from <paramref name="count"/> threads that are released together, and waits for all results. Their commands
    /// to Redis go <see cref="InStep"/>: where others may come in between, they do.
    /// </summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="call">Given the caller's number, from 0.</param>
    /// <returns>The results in the order of the callers. The first failure, if any, is thrown when all have ended.</returns>
    public static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> call)
    {
        ReadyThreads(count + SpareThreads);
        var steps = new InStep(count);
        return Task.WhenAll(Release(count, async number =>
        {
            using var caller = steps.Enter();
            return await call(number);
        }).Select(caller => caller.Result));
    }

    /// <inheritdoc cref="AtOnceAsync{T}"/>
    public static Task AtOnceAsync(int count, Func<int, Task> call) => AtOnceAsync(count, async number =>
    {
        await call(number);
        return true;
    });

    /// <summary>
    /// Calls <paramref name="call"/> from <paramref name="count"/> threads that are released together, and comes back when each of them is on its
    /// way: its call has sent a command and waits for the reply, or waits for something else, or has ended.
    /// </summary>
    public static IReadOnlyList<Task<T>> Start<T>(int count, Func<int, Task<T>> call)
    {
        var callers = Release(count, call);
        SpinWait.SpinUntil(() => callers.All(caller => caller.IsOnItsWay), Patience);
        return [.. callers.Select(caller => caller.Result)];
    }

    /// <summary>A caller that waits for the others takes a thread of the pool, which is slow to add them unless it is told before.</summary>
    private static void ReadyThreads(int count)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        if (workers < count)
            ThreadPool.SetMinThreads(count, ports);
    }

    private static Caller<T>[] Release<T>(int count, Func<int, Task<T>> call)
    {
        var barrier = new Barrier(count);
        Caller<T>[] callers = [.. Enumerable.Range(0, count).Select(number => new Caller<T>(barrier, () => call(number)))];
        foreach (var caller in callers)
            caller.Run();
        return callers;
    }

    private sealed class Caller<T>(Barrier barrier, Func<Task<T>> call)
    {
        private readonly ExecutionContext _context = ExecutionContext.Capture()!;
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile Thread? _thread;
        private volatile bool _hasCalled;

        public Task<T> Result => _result.Task;

        // An answer that blocks its caller is as far as it can come.
        public bool IsOnItsWay => _hasCalled || _thread is { } thread && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;

        // A thread each, because an answer may block its caller.
        public void Run() => CallerThread.Run(() => ExecutionContext.Run(_context, _ =>
        {
            barrier.SignalAndWait();
            _thread = Thread.CurrentThread;
            _ = CallAsync();
            _hasCalled = true;
        }, null));

        // An exception before the first await is the caller's result as well.
        private async Task CallAsync()
        {
            try
            {
                _result.SetResult(await call());
            }
            catch (Exception failure)
            {
                _result.SetException(failure);
            }
        }
    }
}
