namespace DbKatas.Checks;

/// <summary>Many callers of one thing at the same moment.</summary>
public static class Callers
{
    /// <summary>Calls <paramref name="call"/> from <paramref name="count"/> threads that are released together, and waits for all results.</summary>
    /// <param name="count">How many, from 1.</param>
    /// <param name="call">Given the caller's number, from 0.</param>
    /// <returns>The results in the order of the callers. The first failure, if any, is thrown when all have ended.</returns>
    public static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> call) => Task.WhenAll(Start(count, call));

    /// <inheritdoc cref="AtOnceAsync{T}"/>
    public static Task AtOnceAsync(int count, Func<int, Task> call) => Task.WhenAll(Start(count, async number =>
    {
        await call(number);
        return true;
    }));

    /// <summary>The same, without waiting for the results: at once the threads are on their way, each with its call.</summary>
    public static IReadOnlyList<Task<T>> Start<T>(int count, Func<int, Task<T>> call)
    {
        var barrier = new Barrier(count);
        var context = ExecutionContext.Capture()!;
        var results = new TaskCompletionSource<T>[count];
        for (var i = 0; i < count; i++)
        {
            var number = i;
            var result = results[number] = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            // A thread each, because an answer may block its caller.
            CallerThread.Run(() => ExecutionContext.Run(context, _ =>
            {
                barrier.SignalAndWait();
                _ = CallAsync(call, number, result);
            }, null));
        }
        return [.. results.Select(result => result.Task)];
    }

    // An exception before the first await is the caller's result as well.
    private static async Task CallAsync<T>(Func<int, Task<T>> call, int number, TaskCompletionSource<T> result)
    {
        try
        {
            result.SetResult(await call(number));
        }
        catch (Exception failure)
        {
            result.SetException(failure);
        }
    }
}
